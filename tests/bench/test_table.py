from bench.table import Line, markdown, reached


def test_goals_are_judged_in_their_direction() -> None:
    up, down = Line("a", "A", 0.8, ""), Line("b", "B", 0.05, "", lower=True)
    assert (reached(up, 0.8), reached(up, 0.79), reached(down, 0.05), reached(down, 0.06)) == (True, False, True, False)


def test_table_shows_figure_mark_goal_and_what_was_not_reached() -> None:
    lines = (Line("a", "A", 0.8, "x"), Line("b", "B", 0.95, ""), Line("c", "C", None, ""))
    text = markdown({"a": 0.81, "b": None, "c": 0.5}, lines)
    assert "| A | .810 ✓ | .800 | x |" in text
    assert "| B | not reached | .950 | - |" in text
    assert "| C | .500 | - | - |" in text
