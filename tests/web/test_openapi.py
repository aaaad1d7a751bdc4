from __future__ import annotations

from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from schemathesis import Case, GenerationMode
from schemathesis.checks import ignored_auth, negative_data_rejection, positive_data_acceptance
from starlette.testclient import TestClient

from sayso.export import row_records
from sayso.export.row_records import RowKind
from sayso.web.openapi import answer_schema, document, row_schema
from sayso.web.pages import PAGES
from tests.web.conftest import Serve

API = "/api/v1"
EXAMPLES = 25  # of each kind for each page
# A word of the query may be valid by its schema and name nothing, and the other way round; no token is asked for here.
LEFT_OUT = [ignored_auth, negative_data_rejection, positive_data_acceptance]


def test_every_page_is_in_the_document_with_its_parameters(client: TestClient) -> None:
    found = client.get(f"{API}/openapi.json").json()
    assert set(found["paths"]) == {page.path for page in PAGES}
    for page in PAGES:
        named = {parameter["name"] for parameter in found["paths"][page.path]["get"]["parameters"]}
        assert named == {param.name for param in page.params} | set(page.parts)


def test_operations_have_names_of_their_own() -> None:
    made = document(PAGES)
    names = [path["get"]["operationId"] for path in made["paths"].values()]
    assert len(set(names)) == len(names)


def test_every_schema_is_one(client: TestClient) -> None:
    for page in PAGES:
        Draft202012Validator.check_schema(answer_schema(page))


@pytest.mark.parametrize("page", [page for page in PAGES if "{" not in page.path], ids=lambda page: page.name)
def test_what_is_answered_is_what_is_documented(client: TestClient, page) -> None:  # type: ignore[no-untyped-def]
    Draft202012Validator(answer_schema(page)).validate(client.get(f"{API}{page.path}").json())


def test_values_have_the_types_of_their_fields() -> None:
    kinds = [k for k in vars(row_records).values() if isinstance(k, RowKind)]
    assert kinds and all(set(k.types) == set(k.values) for k in kinds)
    found = row_schema(row_records.PROPOSITIONS)["properties"]
    assert found["articles"] == {"type": "integer"} and "contested" in found["standing"]["enum"]
    assert found["who_is_for"] == {"type": "array", "items": {"type": "string"}}
    assert found["first_seen"] == {"anyOf": [{"type": "string"}, {"type": "null"}]}


@pytest.mark.slow
def test_no_request_that_the_document_allows_or_forbids_makes_the_server_fail(serve: Serve, ledger: Path) -> None:
    schema = schemathesis.openapi.from_asgi(f"{API}/openapi.json", serve(ledger, names=("testserver",)).app)
    asked = set()
    for found in schema.get_all_operations():
        operation = found.ok()

        wrong = [GenerationMode.NEGATIVE] if list(operation.query) else []  # any text may stand in a path
        for mode in (GenerationMode.POSITIVE, *wrong):

            @given(operation.as_strategy(generation_mode=mode))
            @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
            def ask(case: Case) -> None:
                answer = case.call()
                assert answer.status_code < 500, (case.as_curl_command(), answer.text)
                case.validate_response(answer, excluded_checks=LEFT_OUT)

            ask()
        asked.add(operation.path)
    assert asked == {page.path for page in PAGES}
