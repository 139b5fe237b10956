"""The Senate: what we know of it that is data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from db.records import AnyRecord, Chamber, Evidence, Source, Term
from scrapers.pages import Answer, Page
from scrapers.parliaments.poland.senat import shapes
from scrapers.parliaments.poland.senat.acts import read_act, read_acts
from scrapers.parliaments.poland.senat.addresses import (
    ACTS,
    CHAMBER,
    HOST,
    SENATORS,
    SITE,
    SITTINGS,
    TERM,
    TERM_KEY,
    TERM_START,
)
from scrapers.parliaments.poland.senat.days import read_day
from scrapers.parliaments.poland.senat.rolls import read_roll
from scrapers.parliaments.poland.senat.senators import read_clubs, read_senators
from scrapers.shapes import Shape

SOURCE = Source(
    key="pl-senat-web",
    country="pl",
    name="Site of the Senate",
    url=SITE,
    licence="Official documents, outside copyright in Poland",
    attribution="Kancelaria Senatu (www.senat.gov.pl), with the time of retrieval",
)
CHAMBER_RECORD = Chamber(
    key=CHAMBER,
    country="pl",
    name="Senat Rzeczypospolitej Polskiej",
    name_en="Senate",
    seats=100,
    timezone="Europe/Warsaw",
)
TERM_RECORD = Term(key=TERM_KEY, chamber=CHAMBER, label=str(TERM), start=TERM_START)
SLOT = {HOST: {"delay": 2.0, "concurrency": 1}}
"""The site has refused whole networks: it is asked seldom."""


def _page(
    name: str,
    pattern: str,
    parse: Callable[[Answer], Iterable[AnyRecord]],
    description: str,
    *,
    evidence: Evidence = "constructed",
    is_leaf: bool = True,
    shape: Shape | None = None,
) -> Page:
    """A page of the site; `pattern` matches its whole address."""
    return Page(
        name=name,
        source=SOURCE.key,
        pattern=pattern,
        parse=parse,
        evidence=evidence,
        description=description,
        is_leaf=is_leaf,
        shape=shape,
    )


PAGES = (
    _page(
        "senate-acts",
        re.escape(ACTS) + r"(?:page,\d+\.html)?",
        read_acts,
        "The acts that the Sejm has sent; only followed.",
        evidence="proven",
        is_leaf=False,
    ),
    _page(
        "senate-act",
        re.escape(ACTS) + r"ustawa,\d+\.html",
        read_act,
        "One act with its steps in the Senate.",
        evidence="proven",
        is_leaf=False,
    ),
    _page(
        "senate-votes",
        re.escape(SITTINGS) + r"przebieg,\d+,\d+,glosowania\.html",
        read_day,
        "The votes of a day of a sitting, without ballots.",
        is_leaf=False,
        shape=shapes.DAY,
    ),
    _page(
        "senate-vote",
        re.escape(SITTINGS) + r"glosowanie-drukuj,\d+\.html",
        read_roll,
        "The ballots of one vote, under initials and surnames.",
        shape=shapes.ROLL,
    ),
    _page("senators", re.escape(SENATORS), read_senators, "Every senator.", shape=shapes.SENATORS),
    _page(
        "senate-clubs",
        re.escape(f"{SITE}/sklad/kluby-i-kolo/"),
        read_clubs,
        "The clubs of today with their senators.",
        shape=shapes.CLUBS,
    ),
)
