"""A whole term of five invented parliaments, each in the form of its real sources, as an archive.

    python tests/support/invented_terms.py ARCHIVE [BALLOTS]

makes one of a million ballots, which `ottawa rebuild --archive ARCHIVE` reads. Nobody in it exists.
"""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from scrapy import Request
from scrapy.utils.request import fingerprint

from scrapers.archive import Archive, Capture
from scrapers.pages import Answer

BALLOTS = 1_000_000
TERMS = {
    "estonia": "riigikogu_term",
    "finland": "eduskunta_term",
    "latvia": "saeima_term",
    "lithuania": "seimas_term",
    "poland": "sejm_term",
}
"""The modules that make the terms, each beside the answers of its parliament's tests."""
MOMENT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

ROOM = Path(__file__).resolve().parent.parent / "scrapers" / "parliaments"


def whole_terms(ballots: int = BALLOTS) -> Iterator[Answer]:
    """The answers of all five, a fifth of the ballots each, in the order in which crawls would ask."""
    sys.path.extend(str(ROOM / name) for name in TERMS if str(ROOM / name) not in sys.path)
    for module in TERMS.values():
        yield from import_module(module).term(-(-ballots // len(TERMS)))


def archive(folder: Path, answers: Iterable[Answer]) -> None:
    """Keep answers as if they had come from their sources."""
    with Archive(folder) as kept:
        for answer in answers:
            kept.put(capture_of(answer), answer.body)


def capture_of(answer: Answer) -> Capture:
    request = Request(answer.url, method=answer.method, body=answer.request_body)
    return Capture(
        fingerprint=fingerprint(request).hex(),
        url=request.url,
        method=answer.method,
        request_body=answer.request_body,
        fetched_at=MOMENT,
        status=answer.status,
        headers=(("Content-Type", answer.content_type),),
        origin="live",
    )


if __name__ == "__main__":
    archive(Path(sys.argv[1]), whole_terms(int(sys.argv[2]) if len(sys.argv) > 2 else BALLOTS))
