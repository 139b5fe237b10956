"""docs/queries.md: the questions of the site, with their words, examples and SQL, from datasette.yaml."""

import re
import textwrap
from typing import Any

from scrapers.serving import read_config

HEAD = """# Questions

Made by `make docs` from [datasette.yaml](../datasette/datasette.yaml); do not edit it here.

Each question is a page of the site, at `/ottawa/` and its name, with its rows as a table, as CSV and as
JSON (`/ottawa/final-votes.csv`, `/ottawa/final-votes.json?_shape=array`). What can be given to it stands in
the address, so that an answer can be shared as it is; the words say what is taken where nothing is given.
Its SQL stands under the rows and can be changed there. [The cookbook](cookbook.md) has more, for whole
terms and for other engines.

Three things are no question in SQL. To hear of what is new, follow a feed: `/feeds` has those of everything
and of each state, and each bill and each person has its own, which its page names; `/calendar.ics` has the
days to come. To take everything away, `ottawa export` writes [all of it in files](export.md), and every
table of the site is CSV too. To find a word in votes, bills, debates and statements, [search](search.md).

Read the figures as [the methodology](methodology.md) says. An empty cell is not known; it is never zero.
"""

GROUPS = {
    "Votes": (
        "latest-votes",
        "final-votes",
        "closest-votes",
        "what-a-yes-meant",
        "decided-without-a-roll-call",
    ),
    "Who voted how": (
        "no-or-abstained",
        "abstentions-by-faction",
        "absent-or-not-voting",
        "turnout-of-votes",
        "against-the-majority-of-the-faction",
        "factions-that-split",
        "who-votes-with-whom",
        "members-in-numbers",
    ),
    "What was said": (
        "spoke-and-voted",
        "turns-tagged-on-a-bill",
        "what-ministers-said",
        "statements-of-a-state",
        "minister-on-a-day",
        "speakers-left-open",
    ),
    "Bills and treaties": (
        "stages-of-a-bill",
        "where-bills-stand",
        "what-had-happened",
        "status-on-a-day",
        "effect-of-withdrawals",
    ),
    "How far the rows can be trusted": (
        "tallies-side-by-side",
        "discrepancies-by-vote",
        "what-sources-changed",
        "what-is-missing",
        "freshness",
    ),
}
"""In what order a reader looks for them."""


def page() -> str:
    """The whole page."""
    asked = read_config()["databases"]["ottawa"]["queries"]
    index = "\n".join(_group(title, names, asked) for title, names in GROUPS.items())
    parts = [_part(name, asked[name]) for names in GROUPS.values() for name in names]
    return "\n\n".join([HEAD + "\n" + index, *parts]) + "\n"


def takes(query: dict[str, Any]) -> list[str]:
    """What can be given to a question, in the order in which its SQL asks for it."""
    return list(dict.fromkeys(re.findall(r"(?<![:\w]):(\w+)", query["sql"])))


def _group(title: str, names: tuple[str, ...], asked: dict[str, Any]) -> str:
    return "\n".join([f"- {title}", *(f"  - [{asked[name]['title']}](#{name})" for name in names)])


def _part(name: str, query: dict[str, Any]) -> str:
    given = [f"- `{each}`" for each in takes(query)]
    examples = [f"- {words}: `/ottawa/{name}?{asked}`" for words, asked in query.get("examples", {}).items()]
    lists = [("What can be given to it:", given), ("For example:", examples)]
    written = [f"{title}\n\n" + "\n".join(lines) for title, lines in lists if lines]
    heading = f"## {name}\n\n**{query['title']}**"
    words = textwrap.fill(query["description"], 110, break_on_hyphens=False)
    return "\n\n".join([heading, words, *written, f"```sql\n{query['sql']}\n```"])
