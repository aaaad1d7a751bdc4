"""``sayso schema``: the JSON Schema of what ``sayso read``, ``trace``, ``timeline`` or ``compare`` writes as JSON."""

from __future__ import annotations

import json

import click

from sayso.export import compare_json, records, timeline_json, trace_json

SCHEMAS = {
    "reading": records.schema,
    "trace": trace_json.schema,
    "timeline": timeline_json.schema,
    "compare": compare_json.schema,
}


@click.command()
@click.argument("what", type=click.Choice(list(SCHEMAS)), default="reading")
def schema(what: str) -> None:
    """Print the JSON Schema of the json and jsonl output of "sayso read", or of the json of another command.

    It is a schema of draft 2020-12 with a version of its own, which everything that is written so names as
    "schema_version".
    """
    click.echo(json.dumps(SCHEMAS[what](), indent=2, ensure_ascii=False))
