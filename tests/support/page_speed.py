"""How much slower each page reads an answer than the plain parser of its format would.

    python tests/support/page_speed.py

Reads the recorded answers where they are there, and invented ones of the same size; each several times, by
processor time, so that other work on the machine counts little.
"""

import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "wire")]

import msgspec  # noqa: E402  the path is set above
from bs4 import BeautifulSoup  # noqa: E402
from invented_pages import rare_answers  # noqa: E402
from invented_terms import whole_terms  # noqa: E402
from lxml import etree  # noqa: E402
from recorded import WIRE, recordings  # noqa: E402

from scrapers.pages import Answer, Page, PageError, parliaments, reader_of  # noqa: E402

LIMIT = 20
"""No page may be so many times slower than its plain parser."""

SECONDS, TURNS = 0.02, 5
"""How long one turn of one answer takes at least, and how many turns there are; the fastest counts."""


@dataclass(frozen=True, kw_only=True)
class Speed:
    """What a page took for one answer, in seconds, and what its plain parser did."""

    parliament: str
    page: str
    plain: str
    size: int
    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs


def plain_parser(answer: Answer) -> tuple[str, Callable[[bytes], object]]:
    """The library that takes the answer apart, without a look at what it says."""
    charset = answer.content_type.partition("charset=")[2] or "utf-8"
    start = answer.body.lstrip()[:2000].lower()
    if start.startswith((b"{", b"[")):
        return "msgspec", msgspec.json.decode
    if start.startswith(b"<?xml") or re.match(rb"<(dkroot|posedziai|seimoinformacija)", start):
        return "lxml", etree.fromstring
    # Decoded first: of a page with bytes that its encoding lacks Beautiful Soup would read nothing.
    return "Beautiful Soup", lambda html: BeautifulSoup(html.decode(charset, "replace"), "lxml")


def answers() -> Iterator[Answer]:
    """Recorded answers, and some of every kind that the invented parliaments give."""
    if WIRE.is_dir():
        for kept in recordings():
            if kept.is_an_answer:
                yield Answer(
                    url=kept.url,
                    body=kept.read(),
                    content_type=kept.content_type,
                    method=kept.method,
                    request_body=kept.body,
                )
    yield from whole_terms(20_000)
    yield from rare_answers()


def speeds(found: Iterable[Answer], each: int = 30) -> Iterator[Speed]:
    """How fast the answers are read, at most so many of a page; those that no page reads are left out."""
    taken: dict[tuple[str, str], int] = {}
    for answer in found:
        reader = reader_of(answer.url, answer.method)
        if reader is None or not _is_read(reader[1], answer):
            continue
        name = reader[0].name, reader[1].name
        taken[name] = taken.get(name, 0) + 1
        if taken[name] <= each:
            yield measured(name, reader[1], answer)


def _is_read(page: Page, answer: Answer) -> bool:
    try:
        page.read(answer)
    except PageError:
        return False
    return True


def measured(name: tuple[str, str], page: Page, answer: Answer) -> Speed:
    plain, parse = plain_parser(answer)
    # In turns, so that a slow moment of the machine hits both.
    turns = [(_turn(lambda: page.read(answer)), _turn(lambda: parse(answer.body))) for _ in range(TURNS)]
    ours, theirs = zip(*turns, strict=True)
    return Speed(
        parliament=name[0],
        page=name[1],
        plain=plain,
        size=len(answer.body),
        ours=min(ours),
        theirs=min(theirs),
    )


def _turn(work: Callable[[], object]) -> float:
    times, start = 0, time.process_time()
    while (spent := time.process_time() - start) < SECONDS:
        work()
        times += 1
    return spent / times


def slowest(found: Iterable[Speed]) -> list[Speed]:
    """Of each page the answer that it is slowest with, compared with the plain parser."""
    pages: dict[tuple[str, str], Speed] = {}
    for speed in found:
        name = speed.parliament, speed.page
        pages[name] = max(pages.get(name, speed), speed, key=lambda each: each.ratio)
    return [pages[name] for name in sorted(pages)]


def report() -> bool:
    """Print a line for each page, and say whether all of them are fast enough."""
    found = slowest(speeds(answers()))
    for speed in found:
        name, times = f"{speed.parliament} {speed.page}", (speed.ours * 1000, speed.theirs * 1000)
        print(
            f"{name:<28}{speed.size:>9,} bytes{times[0]:>9.3f} ms{times[1]:>9.3f} ms"
            f" {speed.plain:<15}{speed.ratio:>6.1f} x"
        )
    pages = {(parliament.name, page.name) for parliament in parliaments() for page in parliament.pages}
    for name in sorted(pages - {(speed.parliament, speed.page) for speed in found}):
        print(f"{name[0]:<11}{name[1]:<18} no answer to measure")
    return all(speed.ratio <= LIMIT for speed in found)


if __name__ == "__main__":
    sys.exit(not report())
