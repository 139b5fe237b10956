"""The Saeima of Latvia, by the open data of its sittings, its pages on titania, and its transcripts."""

import re

from db.records import Chamber, Country, Source
from scrapers.pages import Page, Parliament
from scrapers.parliaments.latvia import dataset, transcripts, votes
from scrapers.parliaments.latvia.agenda import parse_agenda
from scrapers.parliaments.latvia.bills import parse_card
from scrapers.parliaments.latvia.dataset import parse_package
from scrapers.parliaments.latvia.keys import (
    CHAMBER,
    OPEN_DATA,
    OPEN_DATA_URL,
    SAEIMA,
    SAEIMA_URL,
    SEATS,
    TERMS,
    TITANIA,
    TITANIA_URL,
)
from scrapers.parliaments.latvia.members import parse_member, parse_members
from scrapers.parliaments.latvia.outlines import parse_outline
from scrapers.parliaments.latvia.sittings import parse_sittings
from scrapers.parliaments.latvia.titania import parse_vote
from scrapers.parliaments.latvia.votes import parse_votes

_LIVS = rf"(?i){re.escape(TITANIA_URL)}/LIVS\d+"
_MEMBERS = rf"(?i){re.escape(TITANIA_URL)}/personal/deputati/saeima\d+_depweb_public\.nsf"
"""The case of titania's paths varies."""

PACKAGE = Page(
    name="files",
    source=OPEN_DATA,
    pattern=re.escape(OPEN_DATA_URL) + r"/dati/(?:lv/)?api/3/action/package_show",
    parse=parse_package,
    evidence="constructed",
    shape=dataset.FILE_SHAPE,
    description="The list of files, of which only addresses and days of change are read.",
)
AGENDA = Page(
    name="agenda",
    source=OPEN_DATA,
    pattern=re.escape(OPEN_DATA_URL) + r"/.+-dkp\.xml",
    parse=parse_agenda,
    evidence="proven",
    description="The agenda of a sitting with its results, proven on 4 of the 110 items of one sitting.",
)
VOTES = Page(
    name="votes",
    source=OPEN_DATA,
    pattern=re.escape(OPEN_DATA_URL) + r"/.+-vote\.xml",
    parse=parse_votes,
    evidence="constructed",
    shape=votes.FILE_SHAPE,
    description="The votes of a sitting with all ballots. Absent is derived from the registrations in it.",
    is_leaf=True,
)
OUTLINE = Page(
    name="debates",
    source=OPEN_DATA,
    pattern=re.escape(OPEN_DATA_URL) + r"/.+-deb\.xml",
    parse=parse_outline,
    evidence="proven",
    description="Who spoke on which item and for how long, proven on 3 items of one sitting.",
    is_leaf=True,
)
TRANSCRIPTS = Page(
    name="transcripts",
    source=SAEIMA,
    pattern=re.escape(SAEIMA_URL) + r"/lv/transcripts/category/\d+",
    parse=transcripts.parse_category,
    evidence="constructed",
    description="The list of a term's transcripts, whose number is stored and which are followed.",
)
TRANSCRIPT = Page(
    name="transcript",
    source=SAEIMA,
    pattern=re.escape(SAEIMA_URL) + r"/lv/transcripts/view/\d+",
    parse=transcripts.parse_transcript,
    evidence="constructed",
    shape=transcripts.SHAPE,
    description="The words of a sitting. Only the text of one of 1993 was seen, and no page.",
    is_leaf=True,
)
VOTE = Page(
    name="vote",
    source=TITANIA,
    pattern=_LIVS + r"/SaeimaLIVS2_DK\.nsf/(?:0/[0-9a-f]{32}|Voting)",
    parse=parse_vote,
    evidence="proven",
    description="A vote with its ballots, proven on a page of 2018; pages of 2026 were seen as renderings.",
    is_leaf=True,
)
SITTINGS = Page(
    name="sittings",
    source=TITANIA,
    pattern=_LIVS + r"/SaeimaLIVS2_DK\.nsf/DK",
    parse=parse_sittings,
    evidence="proven",
    description="Agendas, of which only the addresses of votes are read, proven on single calls of 2026;"
    " the calendar, of which only addresses are read, is constructed.",
)
CARD = Page(
    name="bill",
    source=TITANIA,
    pattern=_LIVS + r"/(?:saeimalivs\d+|saeimalivs_lmp)\.nsf/webSasaiste",
    parse=parse_card,
    evidence="proven on a rendering",
    description="The card of a bill or draft decision with its stages. That of a request is not read.",
    is_leaf=True,
)
MEMBERS = Page(
    name="members",
    source=TITANIA,
    pattern=_MEMBERS + r"/deputies",
    parse=parse_members,
    evidence="proven",
    description="The members of a term, of which the factions are stored and the pages of members followed.",
)
MEMBER = Page(
    name="member",
    source=TITANIA,
    pattern=_MEMBERS + r"/0/[0-9a-f]{32}",
    parse=parse_member,
    evidence="proven",
    description="A member with mandates and times in factions, proven on 8 places of one member. The labels"
    " of factions are known for the 14th Saeima only; for others only mandates are stored.",
    is_leaf=True,
)

PARLIAMENT = Parliament(
    news=frozenset({"files", "sittings"}),
    country=Country(key="lv", name="Latvia"),
    chambers=(
        Chamber(
            key=CHAMBER,
            country="lv",
            name="Saeima",
            name_en="Parliament of Latvia",
            seats=SEATS,
            timezone="Europe/Riga",
        ),
    ),
    terms=TERMS,
    sources=(
        Source(
            key=OPEN_DATA,
            country="lv",
            name="Open data on the sittings of the Saeima",
            url=OPEN_DATA_URL,
            licence="CC0 1.0",
            attribution="Saeima",
        ),
        Source(
            key=TITANIA,
            country="lv",
            name="Agendas, votes, bills and members of the Saeima",
            url=TITANIA_URL,
            licence="not stated",
            attribution="Saeima",
        ),
        Source(
            key=SAEIMA,
            country="lv",
            name="Transcripts on the site of the Saeima",
            url=SAEIMA_URL,
            licence="not stated",
            attribution="Saeima",
        ),
    ),
    pages=(PACKAGE, AGENDA, VOTES, OUTLINE, TRANSCRIPTS, TRANSCRIPT, VOTE, SITTINGS, CARD, MEMBERS, MEMBER),
    download_slots={
        host.removeprefix("https://"): {"delay": 2.0, "concurrency": 1, "jitter": 0.0}
        for host in (OPEN_DATA_URL, TITANIA_URL, SAEIMA_URL)
    },
)
"""The descriptor."""
