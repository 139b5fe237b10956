"""Poland: what we know of the Sejm that is data. The Senate describes itself in its own folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from db.records import AnyRecord, Chamber, Country, Evidence, Source, Term
from scrapers.pages import Answer, Page, Parliament
from scrapers.parliaments.poland import senat
from scrapers.parliaments.poland.acts import read_act
from scrapers.parliaments.poland.addresses import (
    CHAMBER,
    ELI,
    HOST,
    SEJM,
    TERM,
    TERM_KEY,
    TERM_START,
    TERM_URL,
)
from scrapers.parliaments.poland.bills import read_print, read_process
from scrapers.parliaments.poland.drafts import read_drafts
from scrapers.parliaments.poland.members import read_clubs, read_members
from scrapers.parliaments.poland.sittings import read_sitting, read_sittings
from scrapers.parliaments.poland.statements import read_statement
from scrapers.parliaments.poland.transcripts import read_day
from scrapers.parliaments.poland.votes import LIST_SHAPE, read_index, read_list, read_vote
from scrapers.shapes import Shape

SEJM_API = "pl-sejm-api"
ELI_API = "pl-eli-api"
LICENCE = "Official documents, outside copyright in Poland; the Sejm publishes its terms of use by term"
CREDIT = "Kancelaria Sejmu (api.sejm.gov.pl), with the time of retrieval"


def _page(
    name: str,
    path: str,
    parse: Callable[[Answer], Iterable[AnyRecord]],
    description: str,
    *,
    source: str = SEJM_API,
    base: str = TERM_URL,
    evidence: Evidence = "proven",
    is_leaf: bool = True,
    shape: Shape | None = None,
) -> Page:
    """A page under a base address; `path` is a pattern."""
    return Page(
        name=name,
        source=source,
        pattern=re.escape(f"{base}/") + path,
        parse=parse,
        evidence=evidence,
        description=description,
        is_leaf=is_leaf,
        shape=shape,
    )


PAGES = (
    _page("votings", "votings", read_index, "How many votes each sitting day had.", is_leaf=False),
    _page(
        "sitting-votes",
        r"votings/\d+",
        read_list,
        "The votes of a sitting without ballots; only followed.",
        evidence="constructed",
        is_leaf=False,
        shape=LIST_SHAPE,
    ),
    _page("vote", r"votings/\d+/\d+", read_vote, "One vote with its ballots."),
    _page("members", "MP", read_members, "Every deputy of the term."),
    _page("clubs", "clubs", read_clubs, "The clubs and circles of today, and their sizes."),
    _page("sittings", "proceedings", read_sittings, "All sittings of the term."),
    _page("sitting", r"proceedings/\d+", read_sitting, "One sitting."),
    _page(
        "transcripts",
        r"proceedings/\d+/\d{4}-\d\d-\d\d/transcripts",
        read_day,
        "The turns of a day of a sitting, without their words.",
        is_leaf=False,
    ),
    _page(
        "statement",
        r"proceedings/\d+/\d{4}-\d\d-\d\d/transcripts/[1-9]\d*",
        read_statement,
        "The words of one turn; its item and the chair's lines within it by the handbook alone.",
    ),
    _page("process", r"processes/\d[\w-]*", read_process, "One bill with its stages.", is_leaf=False),
    _page("print", r"prints/\d[\w-]*", read_print, "One print, with those that were added to it."),
    _page("drafts", "bills", read_drafts, "Bills as they reach the Sejm, before a print.", is_leaf=False),
    _page(
        "act",
        r"acts/DU/\d+/\d+",
        read_act,
        "One act of the Journal of Laws: publication and entry into force of its bills.",
        source=ELI_API,
        base=ELI,
        is_leaf=False,
    ),
    *senat.PAGES,
)

PARLIAMENT = Parliament(
    news=frozenset({"votings", "sittings", "drafts"}),
    country=Country(key="pl", name="Poland"),
    chambers=(
        Chamber(
            key=CHAMBER,
            country="pl",
            name="Sejm Rzeczypospolitej Polskiej",
            name_en="Sejm",
            seats=460,
            timezone="Europe/Warsaw",
        ),
        senat.CHAMBER_RECORD,
    ),
    terms=(
        Term(key=TERM_KEY, chamber=CHAMBER, label=str(TERM), start=TERM_START),
        senat.TERM_RECORD,
    ),
    sources=(
        Source(key=SEJM_API, country="pl", name="Sejm API", url=SEJM, licence=LICENCE, attribution=CREDIT),
        Source(key=ELI_API, country="pl", name="ELI API", url=ELI, licence=LICENCE, attribution=CREDIT),
        senat.SOURCE,
    ),
    pages=PAGES,
    download_slots={HOST: {"delay": 0.4, "concurrency": 2}, **senat.SLOT},
)
