from sayso.reading.heads import kairos


def test_labels_are_unique_and_types_have_two_levels() -> None:
    assert len(set(kairos.TYPES)) == len(kairos.TYPES)
    assert len(set(kairos.ROLES)) == len(kairos.ROLES)
    assert all(t.count(".") == 1 for t in kairos.TYPES)
