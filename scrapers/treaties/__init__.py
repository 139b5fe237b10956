"""The UN depositary and its mirrors: who is party to the treaties, since when, and until when."""

from __future__ import annotations

from db.records import Source
from db.states import state_names, states
from scrapers.pages import Desk, Page
from scrapers.treaties.action_page import read_actions
from scrapers.treaties.dutch import read_parties
from scrapers.treaties.followed import DUTCH, UN, UNODA
from scrapers.treaties.shapes import UNODA_SHAPE, XML_SHAPE
from scrapers.treaties.status_page import read_status
from scrapers.treaties.unoda import read_treaty
from scrapers.treaties.xml_page import read_status_xml

SOURCES = (
    Source(
        key="un-treaties",
        country=None,
        name="United Nations Treaty Collection",
        url=UN,
        licence="not known",
        attribution="United Nations Treaty Collection",
    ),
    Source(
        key="unoda",
        country=None,
        name="UN Office for Disarmament Affairs, treaties database",
        url=UNODA,
        licence="not known",
        attribution="United Nations Office for Disarmament Affairs",
    ),
    Source(
        key="nl-treaties",
        country=None,
        name="Treaty database of the Netherlands",
        url=DUTCH,
        licence="not known",
        attribution="Ministry of Foreign Affairs of the Netherlands, Treaty Database",
    ),
)

PAGES = (
    Page(
        name="status",
        source="un-treaties",
        pattern=r"https?://treaties\.un\.org/[Pp]ages/ViewDetails\.aspx",
        parse=read_status,
        evidence="constructed",
        description="Who signed and joined a treaty, as the depositary lists them, and how many are parties.",
    ),
    Page(
        name="status-xml",
        source="un-treaties",
        pattern=r"(?i)https?://treaties\.un\.org/doc/Publication/MTDSG/.+/[IVX]+-[\w-]+\.en\.xml",
        parse=read_status_xml,
        evidence="constructed",
        description="The same as XML.",
        is_leaf=True,
        shape=XML_SHAPE,
    ),
    Page(
        name="actions",
        source="un-treaties",
        pattern=r"https?://treaties\.un\.org/[Pp]ages/showDetails\.aspx",
        parse=read_actions,
        evidence="constructed",
        description="Every action of every state about a registered treaty, with deposit and effect.",
        is_leaf=True,
    ),
    Page(
        name="treaty",
        source="unoda",
        pattern=r"https://gql-api-dataportal\.unoda\.org/?",
        method="POST",
        body_pattern='"GET_TREATY"',
        parse=read_treaty,
        evidence="constructed",
        description="The actions about a treaty with the objections to them, by the disarmament office.",
        shape=UNODA_SHAPE,
    ),
    Page(
        name="parties",
        source="nl-treaties",
        pattern=r"https://treatydatabase\.overheid\.nl/en/Treaty/Details/\d+_p\.html",
        parse=read_parties,
        evidence="constructed",
        description="The parties, with columns for the deposit and the effect of a withdrawal.",
        is_leaf=True,
    ),
)

DESK = Desk(
    label="treaties",
    # The depositary tells what happened; the others repeat it.
    news=frozenset({"status"}),
    states=(*states(), *state_names()),
    sources=SOURCES,
    pages=PAGES,
    download_slots={
        host: {"delay": 5.0, "concurrency": 1}
        for host in ("treaties.un.org", "gql-api-dataportal.unoda.org", "treatydatabase.overheid.nl")
    },
)
