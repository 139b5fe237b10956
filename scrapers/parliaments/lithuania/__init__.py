"""Lithuania: what we know of the Seimas that is data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from db.records import AnyRecord, Chamber, Country, Evidence, Source
from scrapers.pages import Answer, Page, Parliament
from scrapers.parliaments.lithuania.calendar import parse_sessions, parse_sittings, parse_terms
from scrapers.parliaments.lithuania.course import parse_course
from scrapers.parliaments.lithuania.keys import (
    API,
    CHAMBER,
    DOCUMENTS,
    E_SEIMAS,
    OLD,
    OLD_SITE,
    OPEN_DATA,
    TERMS,
)
from scrapers.parliaments.lithuania.members import parse_factions, parse_members
from scrapers.parliaments.lithuania.old_questions import parse_old_question, parse_old_sitting
from scrapers.parliaments.lithuania.old_votes import parse_old_vote
from scrapers.parliaments.lithuania.registrations import parse_registration
from scrapers.parliaments.lithuania.rolls import parse_events, parse_roll
from scrapers.parliaments.lithuania.shapes import shape_of
from scrapers.parliaments.lithuania.transcripts import (
    TRANSCRIPT_SHAPE,
    parse_old_transcript,
    parse_transcript,
)

CREDIT = "Lietuvos Respublikos Seimo kanceliarija"


def _service(
    name: str,
    service: str,
    parse: Callable[[Answer], Iterable[AnyRecord]],
    description: str,
    *,
    evidence: Evidence = "constructed",
    is_leaf: bool = False,
) -> Page:
    """A service of the open data."""
    return Page(
        name=name,
        source=OPEN_DATA,
        pattern=re.escape(f"{API}/p2b.{service}").replace("https", "https?", 1),
        parse=parse,
        evidence=evidence,
        description=description,
        is_leaf=is_leaf,
        stamp='suformavimo_laikas="[^"]*"',
        shape=shape_of(name),
    )


def _old(name: str, path: str, parse: Callable[[Answer], Iterable[AnyRecord]], description: str) -> Page:
    """A page of the old site, which two programs served under the same names."""
    return Page(
        name=name,
        source=OLD_SITE,
        pattern=re.escape(f"{OLD}/w5_sale") + rf"(_new)?\.{path}",
        parse=parse,
        evidence="proven",
        description=description,
        is_leaf=path == "bals",
    )


TERM_LIST = _service(
    "terms",
    "ad_seimo_kadencijos",
    parse_terms,
    "All terms, against whose first days ours are held. Only its beginning was recorded.",
    is_leaf=True,
)
MEMBERS = _service(
    "members",
    "ad_seimo_nariai",
    parse_members,
    "Every member of a term with their times in factions, read on XML rebuilt from a copy in JSON.",
    evidence="proven on a rendering",
    is_leaf=True,
)
FACTIONS = _service(
    "factions",
    "ad_seimo_frakcijos",
    parse_factions,
    "The factions of today, read on XML rebuilt from a copy in JSON.",
    evidence="proven on a rendering",
    is_leaf=True,
)
SESSIONS = _service("sessions", "ad_seimo_sesijos", parse_sessions, "The sessions of a term; only followed.")
SITTINGS = _service("sittings", "ad_seimo_posedziai", parse_sittings, "The sittings of a session.")
COURSE = _service(
    "course",
    "ad_seimo_posedzio_eiga_full",
    parse_course,
    "The questions of a sitting, and its votes with their words but without their ballots.",
)
EVENTS = _service(
    "events",
    "ad_sp_klausimo_svarstymo_eiga",
    parse_events,
    "How the votes on a question were taken.",
)
ROLL = _service(
    "roll",
    "ad_sp_balsavimo_rezultatai",
    parse_roll,
    "The ballots of a vote, of which one element was recorded.",
    is_leaf=True,
)
REGISTRATION = _service(
    "registration",
    "ad_sp_registracijos_rezultatai",
    parse_registration,
    "Who was in the hall when a vote was taken. Checked and kept, not yet joined to the vote.",
    is_leaf=True,
)
OLD_VOTE = _old("old vote", "bals", parse_old_vote, "A vote with its ballots, of 2008 to 2016.")
OLD_QUESTION = _old(
    "old question", "klaus_stadija", parse_old_question, "A question with its votes, of 2008 to 2016."
)
OLD_TRANSCRIPT = Page(
    name="old transcript",
    source=OLD_SITE,
    pattern=re.escape(f"{OLD}/dokpaieska.showdoc_l"),
    parse=parse_old_transcript,
    evidence="proven",
    description="All turns of a sitting, of 2008 to 2016.",
    is_leaf=True,
)
TRANSCRIPT = Page(
    name="transcript",
    source=E_SEIMAS,
    pattern=re.escape(DOCUMENTS) + r"/(TAIS\.\d+|[0-9a-f]{32})/",
    parse=parse_transcript,
    evidence="constructed",
    description="All turns of a sitting; only those of the old site were recorded.",
    is_leaf=True,
    shape=TRANSCRIPT_SHAPE,
)
OLD_SITTING = _old("old sitting", "fakt_pos", parse_old_sitting, "A sitting's questions, of 2008 to 2016.")

PARLIAMENT = Parliament(
    news=frozenset({"sessions", "sittings"}),
    country=Country(key="lt", name="Lithuania"),
    chambers=(
        Chamber(
            key=CHAMBER,
            country="lt",
            name="Lietuvos Respublikos Seimas",
            name_en="Seimas",
            seats=141,
            timezone="Europe/Vilnius",
        ),
    ),
    terms=TERMS,
    sources=(
        Source(
            key=OPEN_DATA,
            country="lt",
            name="Open data of the Seimas",
            url=API,
            licence="CC BY 4.0",
            attribution=CREDIT,
        ),
        Source(
            key=OLD_SITE,
            country="lt",
            name="Site of the Seimas until 2016",
            url=OLD,
            licence="Not stated",
            attribution=CREDIT,
        ),
        Source(
            key=E_SEIMAS,
            country="lt",
            name="Documents of the Seimas",
            url="https://e-seimas.lrs.lt",
            licence="Not stated",
            attribution=CREDIT,
        ),
    ),
    pages=(
        TERM_LIST,
        MEMBERS,
        FACTIONS,
        SESSIONS,
        SITTINGS,
        COURSE,
        EVENTS,
        ROLL,
        REGISTRATION,
        OLD_VOTE,
        OLD_QUESTION,
        OLD_SITTING,
        TRANSCRIPT,
        OLD_TRANSCRIPT,
    ),
    download_slots={
        urlsplit(url).netloc: {"delay": 1.0, "concurrency": 1, "jitter": 0.0} for url in (API, OLD, DOCUMENTS)
    },
)
"""The descriptor. The source states no limit and drops connections when in haste."""
