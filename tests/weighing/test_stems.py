from sayso.types.span import Span
from sayso.weighing.stems import content_stems, head_stem, stem


def stems(text, *left_out):
    return content_stems(text, [Span(0, len(text))], left_out)


def test_forms_of_a_word_have_one_stem():
    for forms in (
        "enter entered entering",
        "send sent",
        "shoot shot",
        "withdraw withdrew",
        "army armies",
        "fled flees",
    ):
        assert len({stem(form) for form in forms.split()}) == 1, forms
    assert stem("Norrin’s") == stem("norrin's") == stem("NORRIN")
    assert stem("shelled") != stem("shot")


def test_words_of_content_only_each_once_in_order():
    text = "He reportedly said that two shells hit the shelled bridge of the 4th Brigade, they've denied it."
    assert stems(text) == ("shell", "hit", "bridg", "4th", "brigad")


def test_words_of_time_and_of_sources_are_left_out():
    text = "On Tuesday troops crossed"
    assert stems(text, Span(3, 10)) == ("troop", "cross")


def test_the_head_of_a_trigger():
    assert head_stem("went over") == stem("go")
    assert head_stem("heavy shelling") == stem("shell")
    assert head_stem("was shot down") == stem("shoot")
    assert head_stem("with") == head_stem("") == ""
