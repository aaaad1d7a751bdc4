"""``sayso schema``: the JSON Schema of what ``sayso read`` or ``sayso trace`` writes as JSON."""

from __future__ import annotations

import json

import click

from sayso.export import records, trace_json

SCHEMAS = {"reading": records.schema, "trace": trace_json.schema}


@click.command()
@click.argument("what", type=click.Choice(list(SCHEMAS)), default="reading")
def schema(what: str) -> None:
    """Print the JSON Schema of the json and jsonl output of "sayso read", or of the json of "sayso trace".

    It is a schema of draft 2020-12 with a version of its own, which every reading and trace names as
    "schema_version".
    """
    click.echo(json.dumps(SCHEMAS[what](), indent=2, ensure_ascii=False))
