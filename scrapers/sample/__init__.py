"""The bundled sample: facts about real votes, as the answers that the official sources give.

`ottawa crawl --sample` puts these answers into the archive and reads them through the real spiders, with no
network. Every row that comes of them has the origin `sample`.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from scrapy import Request
from scrapy.utils.request import fingerprint

from scrapers.archive import Archive, Capture
from scrapers.sample import estonia, finland, lithuania, poland
from scrapers.sample.tables import rows

WRITERS: dict[str, Callable[[], Iterator[tuple[str, Any]]]] = {
    "estonia": estonia.answers,
    "finland": finland.answers,
    "lithuania": lithuania.answers,
    "poland": poland.answers,
}
"""What writes the answers of each parliament, by the folder of its tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAnswer:
    """An answer written from the tables, to a request for this address."""

    url: str
    body: bytes
    fetched_at: dt.datetime
    """When the facts were recorded, in UTC: `recorded` in the folder's `sources.csv`."""
    content_type: str = "application/json"
    method: str = "GET"
    request_body: bytes = b""


def sample_answers() -> Iterator[SampleAnswer]:
    """All answers, always in the same order and of the same bytes.

    Raises:
        KeyError: The table `sources` does not say where the facts of an answer come from.
    """
    for parliament, answers in WRITERS.items():
        sources = {row["url"]: row for row in rows(parliament, "sources")}
        for url, content in answers():
            recorded = dt.datetime.fromisoformat(sources[url]["recorded"])
            yield SampleAnswer(
                url=url, body=_encode(content), fetched_at=recorded, content_type=_content_type(content)
            )


def write_sample(archive: Archive) -> None:
    """Put all answers into an archive, where those that it has already are not noted again."""
    for answer in sample_answers():
        archive.put(_capture(answer), answer.body)


def _encode(content: object) -> bytes:
    """An answer's bytes: those of another encoding and a text as they are, everything else as JSON."""
    if isinstance(content, bytes):
        return content
    if isinstance(content, str):
        return content.encode()
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _content_type(content: object) -> str:
    if isinstance(content, bytes):
        return f"text/html; charset={lithuania.ENCODING}"
    return "text/html; charset=utf-8" if isinstance(content, str) else "application/json"


def _capture(answer: SampleAnswer) -> Capture:
    request = Request(answer.url, method=answer.method, body=answer.request_body)
    return Capture(
        fingerprint=fingerprint(request).hex(),
        url=answer.url,
        method=answer.method,
        request_body=answer.request_body,
        fetched_at=answer.fetched_at,
        status=200,
        headers=(("Content-Type", answer.content_type),),
        origin="sample",
    )
