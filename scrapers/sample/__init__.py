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
from scrapers.sample import finland, latvia, poland
from scrapers.sample.tables import rows

WRITERS: dict[str, Callable[[], Iterator[tuple[str, Any]]]] = {
    "finland": finland.answers,
    "latvia": latvia.answers,
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
            form = "text/html" if isinstance(content, bytes) else "application/json"
            yield SampleAnswer(url=url, body=_encode(content), content_type=form, fetched_at=recorded)


def write_sample(archive: Archive) -> None:
    """Put all answers into an archive, where those that it has already are not noted again."""
    for answer in sample_answers():
        archive.put(_capture(answer), answer.body)


def _encode(content: object) -> bytes:
    """The body: bytes are a page in its own encoding already; whatever else becomes JSON."""
    if isinstance(content, bytes):
        return content
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


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
