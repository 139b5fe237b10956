"""What every answer carries: headers that keep a page to itself, and what a cache needs to know.

The tag of a page changes with the database, with the site and with the day, since pages count days. Who has
the page of this tag, a reader or a cache, gets a 304 before anything is asked of the database.
"""

# mypy: untyped-calls-exclude=datasette

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, MutableMapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.hookspecs import hookimpl

SITE = Path(__file__).parent.parent

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing from elsewhere, and nothing written into a page: no script, no style."""

HEADERS = {
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "strict-origin",
    "x-content-type-options": "nosniff",
}

CACHED = "public, max-age=60, stale-while-revalidate=600"
"""A minute old at most; while a cache asks whether that still holds, it may show what it has."""

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Any, Send], Awaitable[None]]


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    """Put the headers on every answer, and answer those who have it already."""
    site = _version_of_site()

    def wrap(app: App) -> App:
        async def guarded(scope: Scope, receive: Any, send: Send) -> None:  # noqa: ANN401  as ASGI has it
            if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
                await app(scope, receive, _sending(send, None))
                return
            tag = f'"{_version(datasette, site)}"'
            if tag in _known_tags(scope):
                await _send_unchanged(_sending(send, tag))
            else:
                await app(scope, receive, _sending(send, tag))

        return guarded

    return wrap


def _sending(send: Send, tag: str | None) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = _headers(message, tag)
        await send(message)

    return sending


def _headers(message: Message, tag: str | None) -> list[tuple[bytes, bytes]]:
    """The headers of an answer with ours in their place. Only what went well may be kept by a cache."""
    ours = dict(HEADERS)
    if tag and message["status"] in {200, 304}:
        ours |= {"etag": tag, "cache-control": CACHED}
    elif message["status"] >= 400:  # noqa: PLR2004  every kind of error
        ours["cache-control"] = "no-store"
    kept = [(name, value) for name, value in message.get("headers", []) if name.decode().lower() not in ours]
    return [*kept, *((name.encode(), value.encode()) for name, value in ours.items())]


async def _send_unchanged(send: Send) -> None:
    await send({"type": "http.response.start", "status": 304, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def _known_tags(scope: Scope) -> set[str]:
    """The tags that the reader has. A cache may have made a strong one weak by compressing the page."""
    asked = b",".join(value for name, value in scope["headers"] if name == b"if-none-match").decode("latin-1")
    return {tag.strip().removeprefix("W/") for tag in asked.split(",")}


def _version(datasette: Datasette, site: str) -> str:
    """What a page depends on: the database, what was committed to its journal, the site and the day."""
    path = Path(datasette.get_database().path or "")
    files = [file.stat() for file in (path, path.with_name(f"{path.name}-wal")) if file.is_file()]
    state = [(file.st_mtime_ns, file.st_size) for file in files]
    today = dt.datetime.now(dt.UTC).date()
    return sha256(f"{state} {site} {today}".encode()).hexdigest()[:20]


def _version_of_site() -> str:
    files = sorted(file for file in SITE.rglob("*") if file.is_file() and file.suffix != ".pyc")
    return str([(file.name, file.stat().st_mtime_ns) for file in files])
