"""Sessions, by which a whole term is walked. They are no records: our terms have sittings, not sessions."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from scrapers.pages import Answer, PageError, read_json
from scrapers.parliaments.estonia.names import term_key
from scrapers.parliaments.estonia.wire import Session

Sessions = Annotated[list[Session], Meta(min_length=1)]


def list_sessions(answer: Answer) -> list[Session]:
    """The sessions of all terms. Extraordinary ones overlap regular ones, and ends may lie in the future.

    Raises:
        PageError: The list is empty, not in its form, of an unknown term, or a session ends before it begins.
    """
    sessions = read_json(answer, Sessions)
    for number, session in enumerate(sessions):
        term_key(answer, f"$[{number}].membership", session.membership)
        if session.end_date < session.start_date:
            raise PageError(answer, f"$[{number}].endDate", f"{session.end_date} is before the beginning")
    return sessions


def read_sessions(answer: Answer) -> tuple[()]:
    """No records.

    Raises:
        PageError: As `list_sessions`.
    """
    list_sessions(answer)
    return ()
