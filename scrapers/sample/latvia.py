"""Titania's pages of votes, written from the facts: six votes of a day with all ballots.

The recorded pages were seen as a browser shows them: with the list by result. The list by names, which the
source has beside it, is made of the same ballots. The tally and the headings are counted from them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import groupby
from urllib.parse import quote

from scrapers.sample.tables import Row, rows

TITANIA = "https://titania.saeima.lv/LIVS14/SaeimaLIVS2_DK.nsf"

HEADINGS = {"Par": "PAR", "Pret": "PRET", "Atturas": "ATTURAS", "Nebalsoja": "NEBALSO"}
"""The headings of the groups in the list by result, by the label of the ballots under them."""

SEPARATOR = "\u00a4"


def answers() -> Iterator[tuple[str, bytes]]:
    """Each answer with its address: the one that the page of a vote has while the sitting runs."""
    for vote in rows("latvia", "votes"):
        yield f"{TITANIA}/Voting?ReadForm&parentID={vote['item']}", _page(vote, _ballots(vote))


def _ballots(vote: Row) -> list[Row]:
    """The ballots of a vote with the names of its members, in the order of the list by result."""
    members = {row["id"]: row for row in rows("latvia", "members")}
    cast = [row for row in rows("latvia", "ballots") if vote["item"].startswith(row["vote"])]
    return [{**members[row["member"]], **row} for row in cast]


def _page(vote: Row, cast: list[Row]) -> bytes:
    found = Counter(row["label"] for row in cast)
    return f"""<html><head><script>
var voteFullListByNames=[{",".join(_by_names(cast))}];
var voteFullListByResult=[{",".join(_by_result(cast))}];
var voteShortListByNames=[""];
</script></head><body>
<div id="totalResultRow">par {found["Par"]}, pret {found["Pret"]}, atturas {found["Atturas"]} &nbsp; </div>
<div><span>Datums: </span><b>{vote["time"]} </b></div>
<div><span>Balsošanas motīvs: </span><b>{escape(vote["motive"])}</b></div>
</body></html>
""".encode("latin-1", "xmlcharrefreplace")


def _by_names(cast: list[Row]) -> Iterator[str]:
    ordered = sorted(cast, key=lambda row: (row["sname"], row["name"]))
    for number, row in enumerate(ordered, 1):
        yield _line(f"{number}.", f"{row['sname']} {row['name']}", row["faction"], row["label"])


def _by_result(cast: list[Row]) -> Iterator[str]:
    for label, group in groupby(cast, key=lambda row: row["label"]):
        members = list(group)
        heading = f"<b>{HEADINGS[label]}:&nbsp;&nbsp;{len(members)}</b>"
        yield f'"{SEPARATOR.join(("&nbsp;", heading, "&nbsp;", "&nbsp;"))}"'
        for number, row in enumerate(members, 1):
            yield _line(f"{number}.", f"{row['name']} {row['sname']}", row["faction"], label)


def _line(*fields: str) -> str:
    """A line of a list: the letters percent-encoded as UTF-8, the separator a byte that is not."""
    return f'"{SEPARATOR.join(map(quote, fields))}"'
