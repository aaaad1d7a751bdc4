import pytest

from sayso.export.codes import alpha3


@pytest.mark.parametrize(
    ("code", "three"),
    [("UA", "UKR"), ("BY", "BLR"), ("DE", "DEU"), ("FR", "FRA"), ("CD", "COD"), ("TL", "TLS"), ("YE", "YEM"),
     ("MM", "MMR"), ("ZZ", "ZZZ"), ("??", "??")],
)  # fmt: skip
def test_a_country_has_the_code_of_today(code: str, three: str) -> None:
    assert alpha3(code) == three
