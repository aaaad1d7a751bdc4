import json

from bench.flooding import copies
from bench.storygold import folders


class Upper:
    """A spinner that only raises its voice."""

    def spin(self, text: str, rate: float, rng: object) -> tuple[str, list[object]]:
        return text.upper(), []


def test_copies_are_of_the_first_article_each_by_another_outlet_and_later() -> None:
    (folder,) = folders("dev", "grain_depot_strike")
    articles = [json.loads(line) for line in (folder / "articles.jsonl").open(encoding="utf-8")]
    made = list(copies(articles, 40, Upper()))  # type: ignore[arg-type]
    assert len(made) == len({c["publisher"] for c in made}) == len({c["url"] for c in made}) == 40
    assert {c["text"] for c in made} == {articles[0]["text"].upper()}
    dates = [c["published"] for c in made]
    assert dates == sorted(dates) and len(set(dates)) == 40
    assert min(dates) > max(a.get("published") or "" for a in articles)
