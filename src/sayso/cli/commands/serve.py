"""``sayso serve``: the ledger in a browser."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
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
ENDS: Final = 10  # seconds that Ctrl-C waits for answers under way; a page takes 5 at most, a form about as long
IDLE: Final = 15  # seconds that a connection may wait for its next request


@click.command()
@ledger_option
@click.option("-h", "--host", default=HOST, show_default=True, help="The address to listen on.")
@click.option("-p", "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="The port.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further host name that browsers may ask for.")
@click.option(
    "--workers", metavar="N", type=click.IntRange(1, 64), default=1, help="Processes that answer.  [default: 1]"
)
@click.option("--demo", is_flag=True, help="Open the made-up story of 'sayso demo' in a ledger of its own.")
@click.option("--public", is_flag=True, help="Serve others too: only who has a token is let in. Needs --tokens.")
@click.option(
    "--tokens",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Who may read and who may review, a line each.",
)
@click.option("--https", is_flag=True, help="With --public: browsers come by https, through a proxy on this machine.")
@click.option("--new-reader", is_flag=True, help="Make a token for reading, and serve nothing.")
@click.option("--new-reviewer", metavar="NAME", help="Make a token for NAME to read and review, and serve nothing.")
def serve(host: str, port: int, names: tuple[str, ...], demo: bool, **given: Any) -> None:
    """Show the ledger in a browser, on this machine only: claims, who stands behind them, articles, sources.

    Runs until Ctrl-C. The ledger may be written to meanwhile.
    """
    from sayso.cli.clock import now
    from sayso.store.connection import reader
    from sayso.web.settings import Settings

    if given["new_reader"] or given["new_reviewer"] is not None:
        _new_token(given["tokens"], given["new_reviewer"], both=given["new_reader"])
        return
    _check_public(given["public"], given["tokens"], https=given["https"])
    if given["public"] and given["workers"] > 1:
        raise UsageError("--workers goes without --public only: who has signed in is known to one process")
    path = _demo(click.get_current_context()) if demo else find_ledger(given["ledger"], given["directory"])
    with reader(path):
        pass  # what is no ledger is said here and not in the browser
    listening = _listen(host, port, names, public=given["public"])
    address = f"http://{_bracketed(host)}:{listening.getsockname()[1]}/"
    click.echo(f"{path}\n{address}   Ctrl-C stops it", err=True)
    settings = Settings(
        ledger=path,
        secret=secrets.token_hex(32),
        now=now,
        names=tuple(map(_bracketed, (*names, host))),
        public=given["public"],
        tokens=given["tokens"],
        https=given["https"],
        rate=RATE if given["public"] else None,
    )
    with _helpers(given["workers"] - 1, settings, listening):
        _run(settings, listening)


@contextmanager
def _helpers(count: int, settings: Settings, listening: socket.socket) -> Iterator[None]:
    """Processes that answer beside this one, at the same socket; they end with it."""
    from multiprocessing import get_context

    context = get_context("spawn")  # a fork would copy locks of threads that it does not copy
    helpers = [context.Process(target=_help, args=(settings, listening), daemon=True) for _ in range(count)]
    for helper in helpers:
        helper.start()
    try:
        yield
    finally:
        for helper in helpers:
            helper.terminate()
        for helper in helpers:
            helper.join(ENDS)


def _help(settings: Settings, listening: socket.socket) -> None:
    """What such a process does, also to end when the first one was killed."""
    from multiprocessing import parent_process

    first = parent_process()

    def end() -> None:
        if first is not None:
            first.join()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=end, daemon=True).start()
    _run(settings, listening)


def _bracketed(host: str) -> str:
    """A host as it stands in an address."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _new_token(path: Path | None, reviewer: str | None, *, both: bool) -> None:
    """Make a token and write its line into the file, or tell it where no file is named."""
    from sayso.web.tokens import add, line, new_token

    if both and reviewer is not None:
        raise UsageError("--new-reader and --new-reviewer make a token each; give one a call")
    token = new_token()
    made = line(token, reviewer)
    if path is None:
        click.echo(f"token: {token}\nline:  {made}")
        click.echo("put the line into the file of --tokens and give the token away; it is kept nowhere", err=True)
        return
    add(path, made)
    click.echo(token)
    click.echo(f"its line stands in {path}; give the token away, it is kept nowhere", err=True)


def _check_public(public: bool, tokens: Path | None, *, https: bool) -> None:
    """Raises ``UsageError`` unless a server for others has its file of tokens, and that one is in order."""
    from sayso.web.tokens import Tokens

    if not public:
        if tokens is not None or https:
            raise UsageError(f"{'--tokens' if tokens is not None else '--https'} goes with --public only")
        return
    if tokens is None:
        raise UsageError("--public needs --tokens FILE; 'sayso serve --new-reviewer NAME --tokens FILE' makes one")
    if not Tokens(tokens).entries():
        raise UsageError(f"{tokens}: no token is in it; add one with 'sayso serve --new-reader --tokens {tokens}'")


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


def _listen(host: str, port: int, names: tuple[str, ...], *, public: bool) -> socket.socket:
    """A listening socket. Raises ``UsageError`` where the address cannot be had, or others could ask unasked."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        _check_reach(host, str(address[0]), names, public=public)
        listening = socket.socket(family, kind, proto)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen()  # who comes before the app is ready waits, and is not refused
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(
            f"cannot listen on {host} port {port} ({why}); choose another with --host or --port"
        ) from error
    return listening


def _check_reach(host: str, address: str, names: tuple[str, ...], *, public: bool) -> None:
    """Raises ``UsageError`` for an address that others reach, unless the app is public and knows its name."""
    import ipaddress

    found = ipaddress.ip_address(address.partition("%")[0])
    if not found.is_loopback and not public:
        told = "others can reach this address: add --public, and --tokens FILE with who may read and review"
        raise UsageError(f"--host {host}: {told}")
    if found.is_unspecified and not names:
        raise UsageError(f"--host {host} means all addresses: say with --name under which name browsers ask for it")


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
        timeout_graceful_shutdown=ENDS,
        # Who asks is told by the proxy of this machine, and by nobody else. What it says of the scheme is not used.
        proxy_headers=settings.https,
        forwarded_allow_ips="127.0.0.1,::1",
    )
    uvicorn.Server(config).run(sockets=[listening])
