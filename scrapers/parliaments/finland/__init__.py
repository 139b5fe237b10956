"""The Eduskunta of Finland, by its open data service, and for the years before 2008 by the older one."""

import re
from urllib.parse import urlsplit

from db.records import Chamber, Country, Source
from scrapers.pages import Page, Parliament
from scrapers.parliaments.finland.keys import API, CHAMBER, OLD_API, OLD_SOURCE, SOURCE, TERMS
from scrapers.parliaments.finland.lists import VOTES_OF_MATTER, parse_search, parse_votes_of_matter
from scrapers.parliaments.finland.matters import parse_matter
from scrapers.parliaments.finland.members import parse_member
from scrapers.parliaments.finland.oldballots import TABLE as BALLOTS_TABLE
from scrapers.parliaments.finland.oldballots import parse_old_ballots
from scrapers.parliaments.finland.oldbreakdowns import TABLE as BREAKDOWNS_TABLE
from scrapers.parliaments.finland.oldbreakdowns import parse_old_breakdowns
from scrapers.parliaments.finland.oldvotes import TABLE as VOTES_TABLE
from scrapers.parliaments.finland.oldvotes import parse_old_votes
from scrapers.parliaments.finland.speeches import parse_speeches
from scrapers.parliaments.finland.tables import address_of
from scrapers.parliaments.finland.votes import parse_vote

HOST = urlsplit(API).netloc
SEARCH_SLOT = f"{HOST}/search"
"""The download slot of searches, of which the source allows 450 in 3,000 seconds."""

VOTE = Page(
    name="vote",
    source=SOURCE,
    pattern=re.escape(API) + r"/taysistunnot/aanestykset/\d+-\d+-\d+",
    parse=parse_vote,
    evidence="proven",
    description="A vote with its ballots. No ballot with an abstention and no annulled vote was recorded.",
)
MATTER_VOTES = Page(
    name="votes of a matter",
    source=SOURCE,
    pattern=re.escape(API) + r"/taysistunnot/asian-aanestykset/[^/]+",
    parse=parse_votes_of_matter,
    evidence="constructed",
    description="All votes on a matter, of which only the identifiers are read.",
    shape=VOTES_OF_MATTER,
)
MATTER = Page(
    name="matter",
    source=SOURCE,
    pattern=re.escape(API) + r"/valtiopaivaasiat/[^/]+",
    parse=parse_matter,
    evidence="proven",
    description="A bill with its stages and main papers, proven on a bill with 15 of its events.",
)
MEMBER = Page(
    name="member",
    source=SOURCE,
    pattern=re.escape(API) + r"/kansanedustajat/\d+",
    parse=parse_member,
    evidence="proven",
    description="A member with mandates and times in parliamentary groups.",
    is_leaf=True,
)
SPEECHES = Page(
    name="speeches",
    source=SOURCE,
    pattern=re.escape(API) + r"/search",
    body_pattern=r'"category" *: *"puheenvuoro"',
    parse=parse_speeches,
    evidence="proven",
    description="The turns of a window of time, with the chair's words beside them; proven on one turn."
    " The body of our own request was never sent to the source: it is built from its documentation.",
    method="POST",
)
SEARCH = Page(
    name="search",
    source=SOURCE,
    pattern=re.escape(API) + r"/search",
    parse=parse_search,
    evidence="proven",
    description="Results of a search for votes, of which only the identifiers are read. The body of our own"
    " request was never sent to the source: it is built from its documentation.",
    method="POST",
)
OLD_VOTES = Page(
    name="votes of a year",
    source=OLD_SOURCE,
    pattern=re.escape(address_of(VOTES_TABLE)),
    parse=parse_old_votes,
    evidence="proven on a rendering",
    description="Votes of 1996 to 2007 without their ballots, proven on an export of the table's rows.",
)
OLD_BALLOTS = Page(
    name="ballots of an old vote",
    source=OLD_SOURCE,
    pattern=re.escape(address_of(BALLOTS_TABLE)),
    parse=parse_old_ballots,
    evidence="proven",
    description="At most a hundred ballots of a vote, proven on ten; no abstention was recorded.",
)
OLD_BREAKDOWNS = Page(
    name="breakdowns of an old vote",
    source=OLD_SOURCE,
    pattern=re.escape(address_of(BREAKDOWNS_TABLE)),
    parse=parse_old_breakdowns,
    evidence="proven on a rendering",
    description="The tally of a vote by groups, sides and districts, proven on an export of rows of groups.",
    is_leaf=True,
)

PARLIAMENT = Parliament(
    news=frozenset({"search"}),
    country=Country(key="fi", name="Finland"),
    chambers=(
        Chamber(
            key=CHAMBER,
            country="fi",
            name="Eduskunta",
            name_en="Parliament of Finland",
            seats=200,
            timezone="Europe/Helsinki",
        ),
    ),
    terms=TERMS,
    sources=(
        Source(
            key=SOURCE,
            country="fi",
            name="Open data of the Eduskunta",
            url=API,
            licence="CC BY 4.0",
            attribution="Eduskunta",
        ),
        Source(
            key=OLD_SOURCE,
            country="fi",
            name="Old open data of the Eduskunta",
            url=OLD_API,
            licence="CC BY 4.0",
            attribution="Eduskunta",
        ),
    ),
    pages=(VOTE, MATTER_VOTES, MATTER, MEMBER, SPEECHES, SEARCH, OLD_VOTES, OLD_BALLOTS, OLD_BREAKDOWNS),
    download_slots={
        HOST: {"delay": 1.0, "concurrency": 1, "jitter": 0.0},
        urlsplit(OLD_API).netloc: {"delay": 1.0, "concurrency": 1, "jitter": 0.0},
        SEARCH_SLOT: {"delay": 7.0, "concurrency": 1, "jitter": 0.0},
    },
)
"""The descriptor. A parliamentary year stands where other parliaments have a legislative term."""
