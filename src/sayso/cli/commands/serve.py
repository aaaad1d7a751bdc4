"""``sayso serve``: the ledger in a browser."""

from __future__ import annotations

import secrets
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.web.settings import Settings

HOST: Final = "127.0.0.1"
PORT: Final = 8117
RATE: Final = 20.0  # requests a second that each client of a public server may make in the long run
LONGEST_HEAD: Final = 32 * 1024  # bytes of a request's first line and headers
AT_ONCE: Final = 512  # connections
IDLE: Final = 15  # seconds that a connection may wait for its next request


@click.command()
@ledger_option
@click.option("-h", "--host", default=HOST, show_default=True, help="The address to listen on.")
@click.option("-p", "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="The port.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further host name that browsers may ask for.")
@click.option("--demo", is_flag=True, help="Open the made-up story of 'sayso demo' in a ledger of its own.")
def serve(host: str, port: int, names: tuple[str, ...], demo: bool, **where: Any) -> None:
    """Show the ledger in a browser, on this machine only: claims, who stands behind them, articles, sources.

    Runs until Ctrl-C. The ledger may be written to meanwhile.
    """
    from sayso.cli.clock import now
    from sayso.store.connection import reader
    from sayso.web.settings import Settings

    path = _demo(click.get_current_context()) if demo else find_ledger(**where)
    with reader(path):
        pass  # what is no ledger is said here and not in the browser
    listening = _listen(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
    click.echo(f"{path}\n{address}   Ctrl-C stops it", err=True)
    _run(Settings(ledger=path, secret=secrets.token_hex(32), now=now, names=(*names, host)), listening)


def _demo(ctx: click.Context) -> Path:
    """A new ledger with the story of ``sayso demo``."""
    import tempfile

    from sayso.cli.commands import ingest, init
    from sayso.cli.commands.demo import JOBS, PACK
    from sayso.cli.ledger import NAME

    folder = Path(tempfile.mkdtemp(prefix="sayso-demo-"))
    click.echo("reading a made-up story of outlets that do not exist; this takes some seconds", err=True)
    ctx.invoke(init.init, folder=folder)
    ctx.invoke(ingest.ingest, inputs=(str(PACK),), ledger=folder / NAME, jobs=JOBS)
    return folder / NAME


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises ``UsageError`` where the address cannot be had."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, proto)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen()  # who comes before the app is ready waits, and is not refused
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(f"cannot listen on {host} port {port} ({why}); choose another with --port") from error
    return listening


def _run(settings: Settings, listening: socket.socket) -> None:
    import uvicorn

    from sayso.web.app import make_app

    config = uvicorn.Config(
        make_app(settings),
        log_level="warning",
        access_log=False,
        server_header=False,
        h11_max_incomplete_event_size=LONGEST_HEAD,
        limit_concurrency=AT_ONCE,
        timeout_keep_alive=IDLE,
    )
    uvicorn.Server(config).run(sockets=[listening])
