"""``sayso schema``: the JSON Schema of what ``sayso read`` writes as JSON."""

from __future__ import annotations

import json

import click

from sayso.export import records


@click.command()
def schema() -> None:
    """Print the JSON Schema of the json and jsonl output.

    It is a schema of draft 2020-12 with a version of its own, which every reading names as
    "schema_version".
    """
    click.echo(json.dumps(records.schema(), indent=2, ensure_ascii=False))
