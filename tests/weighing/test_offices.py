import pytest

from sayso.types.attribution import VoiceKind
from sayso.weighing.offices import appositive, fuller, longer, of_form

PERSON, BODY, UNNAMED = VoiceKind.PERSON, VoiceKind.ORGANISATION, VoiceKind.UNNAMED


@pytest.mark.parametrize(
    ("source", "name", "kind", "expected"),
    [
        ("Ivan Sych, a spokesman of the regional defence", "Ivan Sych", PERSON, "spokesman of the regional defence"),
        ("Ukrainian President Volodymyr Zelensky", "Volodymyr Zelensky", PERSON, "Ukrainian President"),
        ("the ministry's spokeswoman, Vera Lindt", "Vera Lindt", PERSON, "ministry's spokeswoman"),
        ("Colonel Pavel Rusk, who commands the 4th Brigade", "Pavel Rusk", PERSON, "commander of 4th Brigade"),
        ("Ada Venn, 45, a baker, who asked not to be quoted", "Ada Venn", PERSON, "baker"),
        ("Kyrylov", "Vitaliy Kyrylov", PERSON, None),
        ("he", "Vitaliy Kyrylov", PERSON, None),
        ("a spokesman for the regional defence", "regional defence", BODY, "regional defence"),
        ("the defence ministry's spokesman", "defence ministry", BODY, "defence ministry"),
        ("The Defence Ministry", "Defence Ministry", BODY, None),
        ("the foreign ministry of Velmar", "foreign ministry of Velmar", BODY, None),
        ("officials familiar with the matter", "officials", UNNAMED, "officials familiar with the matter"),
        ("The sources", "opposition sources", UNNAMED, None),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name(source, name, kind, expected):
    assert appositive(source, name, kind) == expected


def test_offices_of_one_form():
    assert of_form("ministry's spokeswoman") == of_form("the spokeswoman of ministry") == "spokeswoman of ministry"
    assert of_form("Pentagon press secretary") == "Pentagon press secretary"


def test_the_one_that_says_most_and_names_that_are_fuller():
    assert longer([None, "spokesman", "spokesman of the army", None]) == "spokesman of the army"
    assert longer([None]) is None
    assert fuller("foreign ministry of Velmar", "ministry") and not fuller("ministry", "ministry")
    assert not fuller("4th Brigade", "gade")
