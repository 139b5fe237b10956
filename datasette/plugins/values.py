"""How a value is shown: in words, with a link where it names a vote, a bill or a person."""

from __future__ import annotations

import datetime as dt
import re
from calendar import month_name
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from datasette.app import Datasette
from datasette.hookspecs import hookimpl
from jinja2 import Environment
from markupsafe import Markup
from ottawa_site.asking import run

NOT_KNOWN = Markup('<span class="unknown" title="not known">—<span class="unseen"> not known</span></span>')
TERM = Markup('<button type="button" class="term" popovertarget="means-{}" title="{}">{}</button>')
NONE = Markup('<span class="unknown" title="none">—<span class="unseen"> none</span></span>')
NAMED = Markup("{}&nbsp;<em>{}</em>")
"""A name with its key, as Datasette shows both where a column leads to a row."""

MEANS_NONE = {
    "dossier_entry_id",
    "finished_at",
    "new_value",
    "note",
    "old_value",
    "reason",
    "response_id",
    "rule",
    "withdrawn_at",
    "withheld",
}
"""Columns in which an empty cell says that there is none, not that it is unknown."""

LINKS = {
    "bill_key": "/bills/{}",
    "event_key": "/ottawa/told_actions?key={}",
    "item_key": "/ottawa/agenda_items?key={}",
    "kept_key": "/people/{}",
    "merged_key": "/ottawa/merged_persons?key={}",
    "speech_key": "/ottawa/speeches?key={}",
    "person_key": "/people/{}",
    "sitting_key": "/debates/{}",
    "vote_key": "/votes/{}",
    "statement_key": "/statements/{}",
    "treaty": "/treaties/{}",
    "bill_treaties.key": "/bills/{}",
    "bills.key": "/bills/{}",
    "claims.number": "/claims/{}",
    "discrepancies.subject_key": "/votes/{}",
    "persons.key": "/people/{}",
    "sittings.key": "/debates/{}",
    "state_statements.state": "/states/{}",
    "states.key": "/states/{}",
    "statements.key": "/statements/{}",
    "timeline.state": "/states/{}",
    "treaties.key": "/treaties/{}",
    "treaty_actions.state": "/states/{}",
    "treaty_status.state": "/states/{}",
    "votes.key": "/votes/{}",
}
"""Where a key leads, by its column, or by table and column. Datasette's own links ask for a row's number."""

NAMES = {
    "chamber": "SELECT key, name_en AS name FROM chambers",
    "country": "SELECT key, name FROM countries",
    "state": "SELECT key, name FROM states",
    "target": "SELECT key, name FROM states",
    "treaty": "SELECT key, short_name AS name FROM treaties",
}
"""What is called by a key in a column of this name, and how people call it."""

LANGUAGES = {"ee": "et", "fi": "fi", "lt": "lt", "lv": "lv", "pl": "pl"}
"""The language in which the parliament of a state writes down what it does."""

OPTIONS = {
    "yes": "yes",
    "no": "no",
    "abstain": "abstained",
    "choice": "voted on a list",
    "present_not_voting": "present, not voting",
    "absent": "absent",
    "absent_excused": "absent, excused",
    "not_recorded": "not recorded",
    "secret": "secret",
}
"""The options of a ballot in plain words."""

MEANINGS = {
    "abstain": "A ballot of its own: the member took part, and chose neither yes nor no. It is not absence.",
    "choice": "The vote was on a list of candidates; the member cast a valid ballot for one or more of them.",
    "present_not_voting": "Recorded as present, but cast no ballot. Not every chamber records this.",
    "absent": "Not recorded at the vote. Where a chamber does not tell absence from not voting, this covers "
    "both, and the ballot says so.",
    "absent_excused": "Absent, and the source says that the absence was excused.",
    "not_recorded": "Listed without a ballot; the source does not say whether the member was there.",
    "secret": "The vote was secret: which way the member voted was not published.",
}
"""What an option means, where its word does not say it all. What a yes means stands with each vote."""


ISO = re.compile(r"\b(20\d\d|19\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?\b")
"""A day or a month in ISO 8601."""

MONTHS = list(month_name)
"""The months by their number."""


def language(chamber: str) -> str | None:
    """The language of a chamber's own words, by the country in its key."""
    return LANGUAGES.get(chamber.partition("-")[0])


def known(value: object) -> object:
    """The value, or a dash that says that it is not known."""
    return NOT_KNOWN if value is None else value


def word(option: str) -> str:
    """A ballot's option in plain words."""
    return OPTIONS[option]


def truth(value: int | None) -> object:
    """A stored 1 or 0 as a word."""
    return NOT_KNOWN if value is None else ("no", "yes")[value]


def day(value: str | None, precision: str = "day") -> object:
    """An ISO date as people write it, as exactly as it is known: `19 June 2025`, `June 2025`, `2025`."""
    if value is None:
        return NOT_KNOWN
    date = dt.date.fromisoformat(value)
    written = {"day": f"{date.day} {date:%B %Y}", "month": f"{date:%B %Y}", "year": f"{date:%Y}"}
    written["by"] = f"by {written['day']}"
    return Markup('<time datetime="{}">{}</time>').format(value, written[precision])


def dated(sentence: str) -> str:
    """A sentence with its ISO dates as people write them: `on 19 June 2025`, `in May 2025`."""
    return ISO.sub(lambda found: _in_words(*found.groups()), sentence)


def _in_words(year: str, month: str, day: str | None) -> str:
    return f"{int(day)} {MONTHS[int(month)]} {year}" if day else f"{MONTHS[int(month)]} {year}"


def moment(value: str | None, zone: str = "UTC", said: str | None = None) -> object:
    """A moment stored in UTC as date and time of day in a zone: `19 June 2025, 14:05 UTC`.

    Without its date if that is the one that was said before.
    """
    if value is None:
        return NOT_KNOWN
    then = dt.datetime.fromisoformat(value).astimezone(ZoneInfo(zone))
    date = "" if f"{then:%Y-%m-%d}" == said else f"{then.day} {then:%B %Y}, "
    return Markup('<time datetime="{}">{}{:%H:%M} {}</time>').format(value, date, then, zone)


def sorted_by(rows: Iterable[Mapping[str, Any]], column: str) -> dict[Any, list[Mapping[str, Any]]]:
    """Rows by their value in a column, in their order; none where there is no such value.

    Jinja's own ways would go through all rows once for each value.
    """
    found = defaultdict[Any, list[Mapping[str, Any]]](list)
    for row in rows:
        found[row[column]].append(row)
    return found


def marked(text: str) -> Markup:
    """An excerpt with what was asked for marked; everything else of it is text."""
    marks = {"\x02": Markup("<mark>"), "\x03": Markup("</mark>")}
    pieces = re.split("([\x02\x03])", text)
    return Markup("").join(marks.get(piece, piece) for piece in pieces)


def _name(datasette: Datasette, value: object, column: str) -> str | None:
    """How people call what a column of this name has by a key, if it is such a column."""
    names: dict[object, str] = vars(datasette)["names"].get(column, {})
    return names.get(value) if isinstance(value, str) else None


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Datasette) -> None:
    """Give the templates these ways to show a value."""
    env.globals.update(LANGUAGES=LANGUAGES, MEANINGS=MEANINGS)
    env.filters.update(
        {
            "known": known,
            "language": language,
            "word": word,
            "truth": truth,
            "day": day,
            "moment": moment,
            "marked": marked,
            "dated": dated,
            "sorted_by": sorted_by,
            "named": lambda value, column: _name(datasette, value, column) or value,
        }
    )


@hookimpl
def render_cell(value: Any, column: str, table: str | None, datasette: Datasette) -> object:  # noqa: ANN401  as in _link
    """Show a cell of Datasette's tables and queries: empty cells, truths and keys.

    None leaves the cell to Datasette.
    """
    if value is None:
        return NONE if column in MEANS_NONE else NOT_KNOWN
    if column.startswith("is_") and value in (0, 1):
        return truth(value)
    if column == "option" and value in MEANINGS:
        return TERM.format(value, MEANINGS[value], value)
    address = LINKS.get(f"{table}.{column}") or LINKS.get(column)
    name = _name(datasette, value, column)
    shown = _link(datasette, address, value, name) if address else name
    return NAMED.format(shown, value) if name else shown


@hookimpl
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    """Read, once, how people call what the tables call by a key."""

    async def read() -> None:
        vars(datasette)["names"] = {
            column: {row["key"]: row["name"] for row in await run(datasette, sql, {})}
            for column, sql in NAMES.items()
        }

    return read


def _link(datasette: Datasette, address: str, value: Any, name: str | None) -> Markup:  # noqa: ANN401  a cell
    key, label = (value["value"], value["label"]) if isinstance(value, dict) else (value, value)
    path = datasette.urls.path(address.format(quote(str(key), safe="")))
    return Markup('<a href="{}">{}</a>').format(path, name or label)
