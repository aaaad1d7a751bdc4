from sayso.grounding.actors.lexicon import lexicon


def test_flags_of_persons_and_kinds_of_bodies() -> None:
    lists = lexicon()
    assert "p" in (lists.person("defence minister") or "")
    assert lists.person("baker") == "-" and lists.person("bridge") is None
    assert (lists.body("ministries"), lists.body("troops"), lists.body("rebels"), lists.body("rebel")) == (
        "o",
        "f",
        "g",
        None,
    )


def test_countries_capitals_palaces_and_nationalities_have_one_code() -> None:
    lists = lexicon()
    assert lists.countries["belarus"] == lists.seats["minsk"] == lists.demonym("belarusians") == "BY"
    assert lists.seats["kremlin"] == "RU"
    assert all(len(code) == 2 and code.isupper() for code in (*lists.countries.values(), *lists.seats.values()))


def test_no_given_name_has_two_genders() -> None:
    assert set(lexicon().genders.values()) == {"f", "m"}
    assert (lexicon().genders["marta"], lexicon().genders["viktor"]) == ("f", "m")


def test_every_noun_can_be_found_by_its_first_word() -> None:
    lists = lexicon()
    assert all(lists.starts[noun.split(" ")[0]] >= len(noun.split(" ")) for noun in (*lists.persons, *lists.bodies))
