"""The ways in which a source may fail to answer, each with the states in which it may end.

A fault is laid over one address. `unharmed` is its end if what came says the same as before in another way,
or if the source recovers when it is asked again.
"""

import gzip
import socket
import struct
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from typing import Protocol

from loopback import Reply

MEGABYTE = 1024 * 1024
ZEROS = b"\0" * MEGABYTE
BOMB = gzip.compress(ZEROS * 64, 9) * 32
"""Two gigabytes, in two megabytes."""

HTML = {"Content-Type": "text/html; charset=utf-8"}
WALL = b"<html><head><title>Request Rejected</title></head><body>Support ID: 1</body></html>"
SORRY = (
    b"<!DOCTYPE html><html><head><title>500</title></head><body><h1>Something went wrong</h1></body></html>"
)
PATIENCE = 20.0
"""Seconds after which the server stops to wait for a client that does not hang up."""


class Spoilable(Protocol):
    """What a fault must know of the source that it is laid over."""

    def headers_of(self, number: int) -> dict[str, str]: ...
    def address(self, number: int) -> str: ...
    def good(self, number: int) -> bytes: ...
    def renamed(self, number: int) -> bytes: ...
    def shuffled(self, number: int) -> bytes: ...
    def doubled(self, number: int) -> bytes: ...
    def enlarged(self, number: int) -> bytes: ...


@dataclass(frozen=True)
class Fault:
    """What a source replies in turn, the last for ever, and how that may end."""

    replies: Callable[[Spoilable, int], list[Reply]]
    ends: frozenset[str]


Play = Callable[[BaseHTTPRequestHandler], None]


def fault(ends: str, *replies: Callable[[Spoilable, int], Reply]) -> Fault:
    return Fault(
        lambda world, number: [reply(world, number) for reply in replies], frozenset(ends.split(" or "))
    )


def good(world: Spoilable, number: int) -> Reply:
    return Reply(world.good(number), headers=world.headers_of(number))


def bare(status: int, body: bytes = b"", **headers: str) -> Callable[[Spoilable, int], Reply]:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda world, number: Reply(body, status=status, headers={**HTML, **told})


def instead(body: bytes, **headers: str) -> Callable[[Spoilable, int], Reply]:
    """Another body, in the source's own type."""
    return lambda world, number: Reply(body, headers={**world.headers_of(number), **headers})


def changed(change: Callable[[Spoilable, int], bytes], **headers: str) -> Callable[[Spoilable, int], Reply]:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda world, number: Reply(change(world, number), headers={**world.headers_of(number), **told})


def played(play: Play) -> Callable[[Spoilable, int], Reply]:
    return lambda world, number: Reply(play=play)


def written(write: Callable[[bytes], bytes]) -> Callable[[Spoilable, int], Reply]:
    """The raw bytes of the whole reply, made of the good body."""

    def reply(world: Spoilable, number: int) -> Reply:
        raw = write(world.good(number))
        head, _, body = raw.partition(b"\r\n\r\n")
        kind = f"\r\nContent-Type: {world.headers_of(number)['Content-Type']}".encode() if head else b""
        return Reply(play=lambda handler: _send(handler, head + kind + (b"\r\n\r\n" if head else b"") + body))

    return reply


def _send(handler: BaseHTTPRequestHandler, raw: bytes) -> None:
    handler.wfile.write(raw)
    handler.wfile.flush()


def silence(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.settimeout(PATIENCE)
    handler.rfile.read(1)


def reset(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.rfile.close()
    handler.connection.close()
    handler.rfile = handler.wfile = BytesIO()


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    with suppress(OSError):
        handler.connection.shutdown(socket.SHUT_RDWR)


def drip(handler: BaseHTTPRequestHandler) -> None:
    _send(handler, b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        _send(handler, b" ")
        time.sleep(0.1)


def flood(head: bytes) -> Play:
    def play(handler: BaseHTTPRequestHandler) -> None:
        _send(handler, b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + head + b"\r\n")
        for _ in range(2048):
            _send(handler, ZEROS)

    return play


def _length(body: bytes, stated: int) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % stated + body


def _chunked(body: bytes, second: bytes) -> bytes:
    half = body[: len(body) // 2]
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n%s" % (len(half), half, second)


FAULTS: dict[str, Fault] = {
    "no answer in time": fault("unreachable", played(silence)),
    "the connection is reset": fault("unreachable or failed", played(reset)),
    "the connection is closed without a word": fault("unreachable or failed", played(hang_up)),
    "a byte now and then": fault("unreachable", played(drip)),
    "429 and then good": fault("unharmed", bare(429), good),
    "429 for ever": fault("failed", bare(429)),
    "429, in a second, and then good": fault("unharmed", bare(429, Retry_After="1"), good),
    "429, come back tomorrow": fault("failed", bare(429, Retry_After="86400")),
    "429 until a day that is no day": fault("failed", bare(429, Retry_After="soon")),
    "500 and then good": fault("unharmed", bare(500, SORRY), good),
    "500 for ever": fault("failed", bare(500, SORRY)),
    "503 for ever": fault("failed", bare(503, SORRY)),
    "401": fault("refused", bare(401)),
    "403": fault("refused", bare(403, WALL)),
    "404": fault("failed", bare(404)),
    "410": fault("failed", bare(410)),
    "451": fault("refused", bare(451)),
    "204": fault("failed", bare(204)),
    "206 with a half": fault(
        "failed", lambda w, n: Reply(w.good(n)[: len(w.good(n)) // 2], 206, w.headers_of(n))
    ),
    "304 that nobody asked for": fault("unharmed or failed", bare(304)),
    "a redirect to itself for ever": fault("failed", lambda w, n: bare(302, Location=w.address(n))(w, n)),
    "a redirect to another host": fault("failed", bare(301, Location="https://elsewhere.example/x")),
    "a redirect to no address": fault("failed", bare(302, Location="http://[")),
    "cut off in the middle": fault(
        "failed", lambda w, n: Reply(w.good(n), headers=w.headers_of(n), cut=True)
    ),
    "a length that is too short": fault("quarantined", written(lambda body: _length(body, len(body) // 2))),
    "a length that is too long": fault("failed", written(lambda body: _length(body, len(body) + 10))),
    "a length that is no number": fault(
        "unreachable or failed", written(lambda body: b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n" + body)
    ),
    "a chunk of a size that is no number": fault(
        "failed", written(lambda body: _chunked(body, b"zz\r\nx\r\n"))
    ),
    "no last chunk": fault("failed", written(lambda body: _chunked(body, b""))),
    "no HTTP at all": fault("unreachable or failed", written(lambda body: b"\r\n\r\n220 mail ready\r\n")),
    "HTTP/1.0 without a length": fault("unharmed", written(lambda body: b"HTTP/1.0 200 OK\r\n\r\n" + body)),
    "two gigabytes, announced": fault("failed", played(flood(b"Content-Length: 2147483648\r\n"))),
    "two gigabytes, unannounced": fault("failed", played(flood(b"Connection: close\r\n"))),
    "a bomb of gzip": fault("failed", instead(BOMB, **{"Content-Encoding": "gzip"})),
    "gzip that is cut off": fault(
        "quarantined or failed",
        changed(lambda w, n: gzip.compress(w.good(n))[:-20], Content_Encoding="gzip"),
    ),
    "gzip that is none": fault(
        "quarantined or failed", instead(b"\x1f\x8bno", **{"Content-Encoding": "gzip"})
    ),
    "a compression that nobody knows": fault(
        "quarantined or failed", changed(lambda w, n: w.good(n)[::-1], Content_Encoding="x-unheard")
    ),
    "an empty body": fault("quarantined", instead(b"")),
    "blanks": fault("quarantined", instead(b" \r\n")),
    "a wall with status 200": fault("quarantined", bare(200, WALL)),
    "an error page with status 200": fault("quarantined", instead(SORRY)),
    "an error in JSON with status 200": fault("quarantined", instead(b'{"status": "error", "code": 17}')),
    "another encoding": fault(
        "quarantined or unharmed", changed(lambda w, n: w.good(n).decode().encode("utf-16-le"))
    ),
    "another type": fault(
        "quarantined or unharmed", changed(lambda w, n: w.good(n), Content_Type="image/png")
    ),
    "NULs": fault("quarantined or unharmed", changed(lambda w, n: w.good(n).replace(b"0", b"\0"))),
    "a byte-order mark": fault("quarantined or unharmed", changed(lambda w, n: b"\xef\xbb\xbf" + w.good(n))),
    "fields of other names": fault("quarantined", changed(lambda w, n: w.renamed(n))),
    "fields that are new": fault("quarantined or unharmed", changed(lambda w, n: w.enlarged(n))),
    "another order": fault("quarantined or unharmed", changed(lambda w, n: w.shuffled(n))),
    "everything twice": fault("quarantined or unharmed", changed(lambda w, n: w.doubled(n))),
    "the answer of another address": fault("quarantined or unharmed", changed(lambda w, n: w.good(n + 1))),
}
