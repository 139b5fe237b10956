"""The list of actions of a registered treaty: the best machine source, one row an action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup

from db.records import TreatyAction, TreatyActionKind, TreatyPage
from scrapers.pages import Answer, PageError
from scrapers.treaties.cells import SLASHED, Cell, day_of, named
from scrapers.treaties.followed import Followed, titled
from scrapers.treaties.following import key_of
from scrapers.treaties.status_page import grid_of, soup_of, table_headed
from scrapers.treaties.tables import state_of

PLACE = "un-actions"

HEADERS = ("participant", "action", "date of notification/deposit", "date of effect")

ACTIONS: dict[str, TreatyActionKind] = {
    "signature": "signature",
    "ratification": "ratification",
    "acceptance": "acceptance",
    "approval": "approval",
    "accession": "accession",
    "succession": "succession",
    "formal confirmation": "formal confirmation",
    "consent to be bound": "consent to be bound",
    "provisional application": "provisional application",
    "withdrawal": "withdrawal",
    "denunciation": "withdrawal",
    "declaration": "declaration",
    "reservation": "reservation",
    "objection": "objection",
    "notification": "notification",
    "communication": "communication",
}
"""The words of the column `Action`. A word that is not here is an error: it may mean that a state left."""


def read_actions(answer: Answer) -> Iterator[TreatyPage]:
    """All actions, not only those by which states join.

    Raises:
        PageError: It is another page, or a name, an action or a day on it is not known.
    """
    page = soup_of(answer)
    title = page.find(id=lambda value: bool(value) and value.lower().endswith("lbltitle1"))
    treaty = titled(answer, "lblTitle1", title.get_text(" ") if title else "")
    actions: dict[str, TreatyAction] = {}
    for row in _rows(answer, page):
        action = _action(answer, treaty, row)
        # A state can have several communications on one day; they say the same here.
        actions[action.key] = action
    yield TreatyPage(treaty=treaty.key, place=PLACE, actions=tuple(actions.values()))


def _rows(answer: Answer, page: BeautifulSoup) -> list[dict[str, Cell]]:
    table = table_headed(page, "Participant")
    if table is None:
        raise PageError(answer, "table", "none whose first header is 'Participant'")
    headers, rows = grid_of(answer, table)
    folded = [header.lower() for header in headers]
    if missing := set(HEADERS) - set(folded):
        raise PageError(answer, "headers", f"{headers!r} lack {sorted(missing)}")
    if not rows:
        raise PageError(answer, "table", "no action")
    return [_by_header(answer, folded, row) for row in rows]


def _by_header(answer: Answer, headers: Sequence[str], row: Sequence[Cell]) -> dict[str, Cell]:
    if len(row) != len(headers):
        texts = [cell.text for cell in row]
        raise PageError(answer, "row", f"{texts!r} has not one cell for each of {len(headers)} columns")
    return dict(zip(headers, row, strict=True))


def _action(answer: Answer, treaty: Followed, row: dict[str, Cell]) -> TreatyAction:
    name, word = named(row["participant"]), row["action"].text
    kind = ACTIONS.get(word.lower())
    if kind is None:
        raise PageError(answer, f"action of {name.bare}", f"{word!r} is not known")
    element = f"{word} of {name.bare}"
    date = day_of(answer, element, row["date of notification/deposit"].text, SLASHED)
    if date is None:
        raise PageError(answer, element, "no date of notification or deposit")
    effect = day_of(answer, element, row["date of effect"].text, SLASHED)
    if effect is not None and effect < date and kind != "succession":
        raise PageError(answer, element, f"in effect on {effect}, before its deposit on {date}")
    state = state_of(answer, name.bare)
    return TreatyAction(
        key=key_of(treaty.key, state, kind, date, PLACE),
        treaty=treaty.key,
        state=state,
        action=kind,
        date=date,
        effect=effect,
        label=word,
        name=name.bare,
        is_bracketed=name.is_bracketed,
    )
