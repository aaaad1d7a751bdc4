from sayso.types.actor import ActorKind
from sayso.types.attribution import VoiceKind
from tests.grounding.actors.support import read, says, words


def test_a_pronoun_as_source_goes_where_the_reading_sends_it() -> None:
    text = "Abel Kay met Ivan Roth. He said no."
    marked = "[P:Abel Kay] met [P:Ivan Roth]. He said no."
    said = [says(text, "He", "no", "Ivan Roth")]
    assert words(marked, "Ivan Roth", said) == ["Ivan Roth", "He"]
    assert words(marked, "Abel Kay") == ["Abel Kay", "He"]


def test_who_is_quoted_says_i() -> None:
    text = "“I saw it,” said Marta Lund."
    said = [says(text, "Marta Lund", "“I saw it,”", "Marta Lund")]
    assert words("“I saw it,” said [P:Marta Lund].", "Marta Lund", said) == ["I", "Marta Lund"]


def test_unnamed_voices_are_actors_but_hearsay_is_none() -> None:
    text = "A bystanderess said no. Reports say yes."
    said = [
        says(text, "A bystanderess", "no", "bystanderess", VoiceKind.UNNAMED),
        says(text, "Reports", "yes", "Reports", VoiceKind.UNNAMED),
    ]
    found = read(text, said)
    assert {(a.name, a.kind, a.public, a.key) for a in found.values()} == {
        ("bystanderess", ActorKind.PERSON, False, None)
    }


def test_he_is_the_spokesman_and_not_the_body_he_speaks_for() -> None:
    text = "A spokesman for the Harbour Union said no. He added more."
    said = [
        says(text, "A spokesman for the Harbour Union", "no", "Harbour Union", VoiceKind.ORGANISATION),
        says(text, "He", "more", "Harbour Union", VoiceKind.ORGANISATION),
    ]
    found = read("A spokesman for the [O:Harbour Union] said no. He added more.", said)
    assert len(found["Harbour Union"].mentions) == 1
    assert len(found["spokesman for the Harbour Union"].mentions) == 2
