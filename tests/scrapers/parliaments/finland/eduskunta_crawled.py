"""Two invented services on this machine, the new one and the old one, in which each answer may go bad."""

import json
import sqlite3
from copy import deepcopy

from invented_eduskunta import (
    API,
    both,
    cast,
    matter,
    member,
    old_answer,
    part,
    parts_answer,
    roll_answer,
    row,
    speech_search,
    turn,
    vote,
)
from loopback import Reply, ottawa, serving

from scrapers.pages import Answer
from scrapers.parliaments.finland.keys import address
from scrapers.parliaments.finland.oldballots import ballots_of
from scrapers.parliaments.finland.oldbreakdowns import breakdowns_of
from scrapers.parliaments.finland.oldvotes import rows_of_year

BILL = "HE 7/2025 vp"
ROBOTS, OLD_ROBOTS = (f"https://{host}.eduskunta.fi/robots.txt" for host in ("api", "avoindata"))
SEARCH = f"{API}/search"
MINUTES = {"eduskuntatunnus": "PTK 3/2025 vp", "asiakirjatyyppikoodi": "PTKAK", "laadintapvm": "2025-03-04"}
HTML = {"Content-Type": "text/html"}


def vote_url(number):
    return address("taysistunnot/aanestykset", f"2025-3-{number}")


def ballots_url(number, page=0):
    return ballots_of(str(13000 + number)).replace("page=0", f"page={page}")


def breakdowns_url(number):
    return breakdowns_of(str(13000 + number))


def encode(wire):
    """An answer of the service as it is sent, from what is in it or from what a page reads."""
    return wire.body if isinstance(wire, Answer) else json.dumps(wire, ensure_ascii=False).encode()


def new_vote(number, **changes):
    return deepcopy(vote(id=f"2025-3-{number}", aanestysnumero=str(number), **changes))


def old_row(number):
    """A vote of two to one in the old service."""
    figures = {"Jaa": "2", "Ei": "1", "Tyhjia": "0", "Poissa": "0", "Yhteensa": "3"}
    return row(
        AanestysId=str(13000 + number),
        AanestysNumero=str(number),
        Url=f"/aanestystulos/{number}/3/1999",
        **{f"AanestysTulos{name}": value for name, value in figures.items()},
    )


def old_part(number, page=0, **changes):
    """The first two ballots of such a vote, or the last one."""
    of = str(13000 + number)
    found = [cast(3, "Ei", vote=of)] if page else [cast(1, vote=of), cast(2, vote=of)]
    return roll_answer(*found, page=page, vote=of, perPage=2, hasMore=not page, **changes)


def old_shares(number):
    of = str(13000 + number)
    return parts_answer(part("Sininen eduskuntaryhmä", (2, 1, 0, 0), vote=of), vote=of)


def world(new, old):
    """What both services answer about a bill with so many votes and a year with so many."""
    bill = matter(kasittelynAsiakirjat=both([[MINUTES]]))
    mentions = [{"id": f"2025-3-{number}", "istuntopvm": "2025-03-04"} for number in range(1, new + 1)]
    found = {
        ROBOTS: None,
        OLD_ROBOTS: None,
        address("valtiopaivaasiat", BILL): bill,
        address("taysistunnot/asian-aanestykset", BILL): mentions,
        SEARCH: speech_search(turn()),
        rows_of_year(1999): old_answer(rows_of_year(1999), *map(old_row, range(1, old + 1))),
        **{address("kansanedustajat", str(number)): member(number) for number in range(1, 7)},
        **{vote_url(number): new_vote(number) for number in range(1, new + 1)},
        **{breakdowns_url(number): old_shares(number) for number in range(1, old + 1)},
        **{ballots_url(n, page): old_part(n, page) for n in range(1, old + 1) for page in (0, 1)},
    }
    return {url: [Reply(encode(wire)) if wire else Reply(status=404)] for url, wire in found.items()}


def crawl(folder, replies):
    """One crawl of both services, and which addresses it asked for, with which headers."""
    with serving(replies) as source:
        run = ottawa("crawl", "finland", "--bill", BILL, "--term", "1999", folder=folder, source=source)
        return run, list(source.asked)


def query(folder, sql, *values, database="ottawa.db"):
    with sqlite3.connect(folder / database) as connection:
        return connection.execute(sql, values).fetchall()
