"""Registrations: who was in the hall at the minute of a vote.

Where no ballot was cast, the registration of the same minute tells whether the member was there. The two are
different answers, so the registration is kept by itself and joined to the votes afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.records import Registration
from scrapers.pages import Answer, expect
from scrapers.parliaments.lithuania.keys import CHAMBER, asked
from scrapers.parliaments.lithuania.xml import Node, Shape, expect_shape, read_node

REGISTRATION: Shape = {
    "SeimoNariųRegistracija": frozenset({"registracijos_id", "registracijos_laikas"}),
    "BendriRegistracijosRezultatai": frozenset({"registruota", "viso"}),
    "IndividualusRegistracijosRezultatas": frozenset({"asmens_id", "ar_registravosi"}),
}

PRESENT = {"Taip": True, "Ne": False}
"""Whether a member registered, by the source's word."""


def parse_registration(answer: Answer) -> Iterator[Registration]:
    """Who registered and who did not.

    Raises:
        PageError: The answer is not in its form, of another registration, or its rows do not add up.
    """
    root = read_node(answer, "SeimoInformacija")
    expect_shape(root, REGISTRATION)
    call, totals = root.only("SeimoNariųRegistracija"), root.only("BendriRegistracijosRezultatai")
    expect(answer, "registracijos_id", call.text("registracijos_id"), asked(answer, "registracijos_id"))
    rows = root.all("IndividualusRegistracijosRezultatas")
    found = {row.text("asmens_id"): _is_present(row) for row in rows}
    expect(answer, "asmens_id, each once", len(found), len(rows))
    expect(answer, "registruota", totals.whole("registruota"), sum(found.values()))
    yield Registration(
        key=f"{CHAMBER}-registration-{call.text('registracijos_id')}",
        chamber=CHAMBER,
        scheme=CHAMBER,
        time=call.moment("registracijos_laikas"),
        present=frozenset(who for who, is_there in found.items() if is_there),
        missing=frozenset(who for who, is_there in found.items() if not is_there),
    )


def registrations_in(answer: Answer) -> list[str]:
    """The identifiers of the registrations among the events of a question.

    Raises:
        PageError: The answer is not in its form.
    """
    events = read_node(answer, "SeimoInformacija").all("SvarstymoEigosĮvykis")
    return [
        event.text("registracijos_id") for event in events if event.value("įvykio_tipas") == "Registracija"
    ]


def _is_present(row: Node) -> bool:
    word = row.text("ar_registravosi")
    if word not in PRESENT:
        raise row.error("@ar_registravosi", f"unknown word {word!r}")
    return PRESENT[word]
