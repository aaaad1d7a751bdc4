from __future__ import annotations

from lxml import html
from starlette.testclient import TestClient


def test_the_report_is_a_file_to_keep_and_linked_on_the_page_of_the_claim(client: TestClient) -> None:
    claim = client.get("/claims.json").json()["items"][0]
    (link,) = html.fromstring(client.get(f"/claims/{claim['id']}").text).cssselect("a[href$='/report']")
    answer = client.get(link.get("href"))
    assert answer.status_code == 200 and answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-disposition"].startswith('attachment; filename="claim-p_')
    assert "default-src 'none'" in answer.headers["content-security-policy"], "nothing of it is run in the app"
    root = html.fromstring(answer.content)
    assert root.cssselect("h1")[0].text_content() == claim["text"]
    assert "2 Jan 2026" in root.cssselect("footer")[0].text_content(), "the time is given to the app"


def test_a_claim_that_is_not_there_has_no_report(client: TestClient) -> None:
    assert client.get("/claims/p_ffffffff/report").status_code == 404
    assert client.get("/claims/x/report").status_code == 404
