"""The Riigikogu of Estonia, by its open data interface, and by its public pages should that fail."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from db.records import AnyRecord, Chamber, Country, Evidence, Source
from scrapers.pages import Answer, Page, Parliament
from scrapers.parliaments.estonia.drafts import read_draft, read_search
from scrapers.parliaments.estonia.groups import read_group, read_groups
from scrapers.parliaments.estonia.members import read_member, read_members
from scrapers.parliaments.estonia.names import API, CHAMBER, TERMS, UUID, VOTE_ON_WEB, VOTES_ON_WEB, WEB
from scrapers.parliaments.estonia.sessions import read_sessions
from scrapers.parliaments.estonia.shapes import SHAPES
from scrapers.parliaments.estonia.verbatims import read_verbatims
from scrapers.parliaments.estonia.votes import read_vote, read_votings
from scrapers.parliaments.estonia.webvotes import read_web_list, read_web_vote

INTERFACE = "ee-riigikogu-api"
SITE = "ee-riigikogu-web"
LICENCE = "CC BY-SA 3.0 EE"
CREDIT = "Riigikogu Kantselei"


def _page(
    name: str,
    path: str,
    parse: Callable[[Answer], Iterable[AnyRecord]],
    description: str,
    *,
    base: str = f"{API}/",
    source: str = INTERFACE,
    evidence: Evidence = "proven",
    is_leaf: bool = True,
) -> Page:
    """A page under a base address; `path` is a pattern."""
    return Page(
        name=name,
        source=source,
        pattern=re.escape(base) + path,
        parse=parse,
        evidence=evidence,
        description=description,
        is_leaf=is_leaf,
        shape=SHAPES.get(name),
    )


PAGES = (
    _page(
        "draft", f"volumes/drafts/{UUID}", read_draft, "One bill with its stages and texts.", is_leaf=False
    ),
    _page(
        "draft-search",
        "volumes/drafts",
        read_search,
        "Bills found by their number; only followed.",
        evidence="constructed",
        is_leaf=False,
    ),
    _page(
        "votings",
        "votings",
        read_votings,
        "The votes of a period without ballots, by sitting.",
        evidence="constructed",
        is_leaf=False,
    ),
    _page("vote", f"votings/{UUID}", read_vote, "One vote with its ballots.", evidence="constructed"),
    _page(
        "members",
        "plenary-members",
        read_members,
        "Members with the factions of their latest term.",
        is_leaf=False,
    ),
    _page("member", f"plenary-members/{UUID}", read_member, "One member with the factions of all terms."),
    _page(
        "groups",
        "usergroups",
        read_groups,
        "Groups of every kind, of which factions are read.",
        is_leaf=False,
    ),
    _page("group", f"usergroups/{UUID}", read_group, "One faction and its size."),
    _page("sessions", "sessions", read_sessions, "The sessions of all terms; only followed.", is_leaf=False),
    _page(
        "verbatims",
        "steno/verbatims",
        read_verbatims,
        "The verbatim records of a period. Single sittings were recorded, not a whole month.",
    ),
    _page(
        "web-vote",
        f"/{UUID}/?",
        read_web_vote,
        "One open vote with its ballots, on the public site. No vote with an abstention was recorded.",
        base=VOTE_ON_WEB,
        source=SITE,
    ),
    _page(
        "web-votes",
        "/?",
        read_web_list,
        "The votes of a period without ballots, by sitting, on the public site.",
        base=VOTES_ON_WEB,
        source=SITE,
        is_leaf=False,
    ),
)

PARLIAMENT = Parliament(
    news=frozenset({"sessions", "votings", "web-votes"}),
    country=Country(key="ee", name="Estonia"),
    chambers=(
        Chamber(
            key=CHAMBER,
            country="ee",
            name="Riigikogu",
            name_en="Riigikogu",
            seats=101,
            timezone="Europe/Tallinn",
        ),
    ),
    terms=TERMS,
    sources=(
        Source(
            key=INTERFACE,
            country="ee",
            name="Open data interface of the Riigikogu",
            url=API,
            licence=LICENCE,
            attribution=CREDIT,
        ),
        Source(
            key=SITE,
            country="ee",
            name="Public site of the Riigikogu",
            url=WEB,
            licence=LICENCE,
            attribution=CREDIT,
        ),
    ),
    pages=PAGES,
    download_slots={
        urlsplit(API).netloc: {"delay": 1.25, "concurrency": 1, "jitter": 0.0},
        urlsplit(WEB).netloc: {"delay": 2.0, "concurrency": 1, "jitter": 0.0},
    },
)
"""The descriptor. The interface refuses more than about one request a second."""
