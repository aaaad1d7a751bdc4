from dataclasses import replace

import pytest

from sayso.intake import language
from sayso.intake.language import LanguageGate
from sayso.types.document import Document, Rejection, Stage
from tests.readings import ENGLISH, document

FOREIGN = {
    "French": "Le ministère de la Défense a déclaré mardi que deux bataillons avaient refusé de franchir la rivière.",
    "German": "Das Ministerium erklärte am Dienstag, zwei Bataillone hätten sich geweigert, den Fluss zu überqueren.",
    "Dutch": "Het ministerie van Defensie zei dinsdag dat twee bataljons hebben geweigerd de rivier over te steken.",
    "Danish": "Forsvarsministeriet sagde tirsdag, at to bataljoner havde nægtet at krydse floden ifølge et brev.",
    "Spanish": "El Ministerio de Defensa dijo el martes que dos batallones se habían negado a cruzar el río.",
    "Italian": "Il ministero della Difesa ha dichiarato che due battaglioni si sono rifiutati di passare il fiume.",
    "Polish": "Ministerstwo Obrony poinformowało we wtorek, że dwa bataliony odmówiły przekroczenia rzeki.",
    "Turkish": "Savunma Bakanlığı salı günü iki taburun nehri geçmeyi reddettiğini söyledi.",
    "Swahili": "Wizara ya Ulinzi ilisema Jumanne kwamba vikosi viwili vilikataa kuvuka mto.",
    "Russian": "Министерство обороны заявило во вторник, что два батальона отказались перейти реку.",
    "Ukrainian": "Міністерство оборони заявило у вівторок, що два батальйони відмовилися перейти річку.",
    "Belarusian": "Міністэрства абароны заявіла ў аўторак, што два батальёны адмовіліся перайсці раку.",
    "Arabic": "قالت وزارة الدفاع يوم الثلاثاء إن كتيبتين رفضتا عبور النهر",
    "Hebrew": "משרד הביטחון אמר ביום שלישי כי שני גדודים סירבו לחצות את הנהר",
    "Persian": "وزارت دفاع روز سه‌شنبه اعلام کرد که دو گردان از عبور از رودخانه خودداری کردند",
    "Chinese": "国防部星期二表示，两个营拒绝过河。报道说，士兵们已经返回基地，没有人受伤。",
}  # fmt: skip


@pytest.fixture(scope="module")
def gate() -> LanguageGate:
    return LanguageGate()


@pytest.mark.parametrize("name", FOREIGN)
def test_another_language_is_set_aside_by_its_name(name: str, gate: LanguageGate) -> None:
    outcome = gate.screen(document(FOREIGN[name]))
    assert isinstance(outcome, Rejection)
    assert (outcome.stage, outcome.reason) == (Stage.LANGUAGE, "not-english")
    assert name in outcome.message and outcome.message.startswith("harbour.txt: ")


@pytest.mark.parametrize("name", FOREIGN)
def test_common_words_of_english_are_rare_elsewhere(name: str) -> None:
    words = language.WORD.findall(FOREIGN[name].lower())
    assert sum(word in language.ENGLISH_WORDS for word in words) < language.ENGLISH_SHARE / 2 * len(words)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "RUSSIAN TROOPS LEAVE KYIV SUBURBS, UKRAINE SAYS; FIGHTING GOES ON NEAR MYKOLAIV",
        "Near Sella, two strikes engaged a tactical unit and destroyed three vehicles, a bunker, two mortar tubes.",
        # a respun text: odd words in English order
        "Dwellers mentioned troopers are but to depart the township, and the mayor was wrathful at the tidings.",
        f"{ENGLISH} «{FOREIGN['Russian']}» {ENGLISH}",
    ],
)
def test_english_passes_whatever_its_style(text: str, gate: LanguageGate) -> None:
    outcome = gate.screen(document(text))
    assert isinstance(outcome, Document)
    assert outcome == replace(document(text), language="en")


@pytest.mark.parametrize(
    "text", ["Minsk.", "Gulevich quits.", "Bonjour à tous", "Привет", "12 34 56 " * 50, "...", "😀" * 50, "x" * 100_000]
)
def test_too_little_to_judge_passes_as_undetermined(text: str, gate: LanguageGate) -> None:
    outcome = gate.screen(document(text))
    assert isinstance(outcome, Document) and outcome.language == "und"


def test_a_foreign_page_with_an_english_head_is_judged_as_a_whole(gate: LanguageGate) -> None:
    text = f"Share this page. Sign up for the newsletter.\n{FOREIGN['German'] * 400}"
    assert isinstance(gate.screen(document(text)), Rejection)


def test_plain_english_is_settled_without_the_identifier(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: LanguageGate, sample: str) -> tuple[str, float]:
        raise AssertionError("the identifier takes most of a second to load")

    monkeypatch.setattr(LanguageGate, "_identify", refuse)
    assert isinstance(LanguageGate().screen(document(ENGLISH)), Document)
