"""A source on this machine that fails as told, and a crawl that finds it under the official address."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from loaded import run_loaded
from rerouted import play

REROUTED = Path(__file__).with_name("rerouted.py")


@dataclass
class Reply:
    """One reply of the source; `cut` announces the whole body and sends half of it.

    What `play` writes to the connection, if given, is the reply, and the connection is then closed.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    cut: bool = False
    play: Callable[[BaseHTTPRequestHandler], None] | None = None


class Source(ThreadingHTTPServer):
    """Replies by official address, or by address and body, with a blank between.

    Several replies to one address are given in turn, the last for ever.
    """

    daemon_threads = True

    def __init__(self, replies: dict[str, list[Reply]]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.replies = replies
        self.asked: list[tuple[str, dict[str, str]]] = []

    def reply(self, url: str, asked: bytes) -> Reply:
        waiting = self.replies.get(f"{url} {asked.decode()}") or self.replies.get(url)
        if waiting is None:
            return Reply(b"{}", status=404)
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]

    def handle_error(self, *whose: Any) -> None:
        """Say nothing of a client that hung up."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(*whose)


class _Handler(BaseHTTPRequestHandler):
    server: Source
    # One connection for many requests, one packet for an answer: the source must not be what is measured.
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        asked = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        url = self.headers["X-Official-Address"]
        self.server.asked.append((url, dict(self.headers)))
        reply = self.server.reply(url, asked)
        if reply.headers.get("ETag") and reply.headers["ETag"] == self.headers.get("If-None-Match"):
            reply = Reply(status=304, headers=reply.headers)
        if reply.play:
            self.close_connection = True
            # The other side may hang up before the end.
            with suppress(OSError):
                reply.play(self)
            return
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body[: len(reply.body) // 2] if reply.cut else reply.body)
        self.close_connection = reply.cut

    do_POST = do_GET  # noqa: N815  the server calls it so

    def log_message(self, *_: object) -> None:
        """Say nothing: the test looks at `asked`."""


@contextmanager
def serving(replies: dict[str, list[Reply]]) -> Iterator[Source]:
    source = Source(replies)
    thread = threading.Thread(target=source.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield source
    finally:
        source.shutdown()
        source.server_close()
        thread.join()


def ottawa(
    *arguments: str, folder: Path, source: Source | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in a fork of a process that has loaded it, with the source's port for the network."""
    port = source.server_port if source else 0
    return run_loaded(play, port, *arguments, folder=folder, **environment)


def ottawa_afresh(
    *arguments: str, folder: Path, source: Source, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in a new process, where its memory is measured or what it knows is replaced."""
    return subprocess.run(
        [sys.executable, str(REROUTED), str(source.server_port), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        env={**os.environ, "COLUMNS": "200", **environment},
    )
