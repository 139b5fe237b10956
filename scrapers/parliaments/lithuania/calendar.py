"""Terms, sessions and sittings: what leads from one to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from db.records import Sitting
from scrapers.pages import Answer, expect
from scrapers.parliaments.lithuania.keys import CHAMBER, TERMS, asked, document, key_of, term_on
from scrapers.parliaments.lithuania.xml import Node, Shape, expect_shape, read_node

SESSIONS: Shape = {
    "SeimoKadencija": frozenset({"kadencijos_id"}),
    "SeimoSesija": frozenset({"sesijos_id", "numeris", "pavadinimas", "data_nuo", "data_iki"}),
}
SITTINGS: Shape = {
    "SeimoSesija": frozenset({"sesijos_id"}),
    "SeimoPosėdis": frozenset({"posėdžio_id", "numeris", "tipas", "pradžia", "pabaiga"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A session or sitting, and its days as far as they are known."""

    identifier: str
    first: dt.date | None
    last: dt.date | None
    transcript: str | None = None
    """The address of a sitting's transcript; recent ones have none yet."""

    def meets(self, first: dt.date | None, last: dt.date | None) -> bool:
        """Whether it may have lain between two days; what is unknown is taken as open."""
        begins_late = self.first is not None and last is not None and self.first > last
        ends_early = self.last is not None and first is not None and self.last < first
        return not (begins_late or ends_early)


def parse_terms(answer: Answer) -> Iterator[Sitting]:
    """Nothing to store, but the terms must begin when we say they do.

    Raises:
        PageError: One does not, or is missing.
    """
    found = {
        term.text("kadencijos_id"): term.day("data_nuo")
        for term in read_node(answer, "SeimoInformacija").all("SeimoKadencija")
    }
    for term in TERMS:
        number = term.key.rpartition("-")[2]
        expect(answer, f"SeimoKadencija {number}, data_nuo", found.get(number), term.start)
    return iter(())


def parse_sessions(answer: Answer) -> Iterator[Sitting]:
    """Nothing to store, but the list must be whole.

    Raises:
        PageError: It is not.
    """
    sessions_of(answer)
    return iter(())


def sessions_of(answer: Answer) -> list[Period]:
    """The sessions of a term; the running one has no last day.

    Raises:
        PageError: There are none, or the list is of another term or not in its form.
    """
    root = read_node(answer, "SeimoInformacija")
    expect_shape(root, SESSIONS)
    term = root.only("SeimoKadencija")
    expect(answer, "kadencijos_id", term.text("kadencijos_id"), asked(answer, "kadencijos_id"))
    sessions = term.children("SeimoSesija")
    if not sessions:
        raise term.error("SeimoSesija", "none")
    return [
        Period(
            identifier=session.text("sesijos_id"), first=session.day("data_nuo"), last=session.day("data_iki")
        )
        for session in sessions
    ]


def parse_sittings(answer: Answer) -> Iterator[Sitting]:
    """The sittings of a session that have begun.

    Raises:
        PageError: A sitting is not in its form, or no day is stated by which to know the term.
    """
    sittings = _sittings(answer)
    days = [day for sitting in sittings if (day := _day(sitting, "pradžia"))]
    if sittings and not days:
        raise sittings[0].error("@pradžia", "empty in all sittings, so that their term is unknown")
    for sitting in sittings:
        day = _day(sitting, "pradžia")
        yield Sitting(
            key=key_of(sitting.text("posėdžio_id")),
            chamber=CHAMBER,
            term=term_on(answer, day or days[0]),
            number=sitting.whole("numeris"),
            title=sitting.text("tipas"),
            dates=(day,) if day else (),
        )


def sittings_of(answer: Answer) -> list[Period]:
    """The sittings of a session, whose identifiers are not in the order of time.

    Raises:
        PageError: The list is of another session or not in its form.
    """
    return [
        Period(
            identifier=sitting.text("posėdžio_id"),
            first=_day(sitting, "pradžia"),
            last=_day(sitting, "pabaiga"),
            transcript=_transcript(sitting),
        )
        for sitting in _sittings(answer)
    ]


def _sittings(answer: Answer) -> list[Node]:
    root = read_node(answer, "SeimoInformacija")
    expect_shape(root, SITTINGS)
    session = root.only("SeimoSesija")
    expect(answer, "sesijos_id", session.text("sesijos_id"), asked(answer, "sesijos_id"))
    return session.children("SeimoPosėdis")


def _transcript(sitting: Node) -> str | None:
    links = [link.value("stenogramos_nuoroda") for link in sitting.children("Stenograma")]
    return next(filter(None, map(document, links)), None)


def _day(sitting: Node, name: str) -> dt.date | None:
    return sitting.moment(name).date() if sitting.value(name) else None
