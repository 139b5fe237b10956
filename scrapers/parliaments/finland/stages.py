"""The stages of a bill, from the events that the source lists in no order."""

from __future__ import annotations

import datetime as dt

from db.records import Stage, StageKind
from scrapers.parliaments.finland.wire import Event, MatterWire, Proposal

KINDS: dict[str, StageKind] = {
    "ILM": "announcement",
    "LK": "referral debate",
    "1K": "first reading",
    "2K": "second reading",
    "EV": "reply",
    "TOIMEV": "reply",
}
"""Steps in the plenary, by the source's code."""

COMMITTEE = {"ILMVK", "YLKES", "KASVKP", "YKSKAS", "RATKAS", "VKP", "VALMK", "PAATVK"}
"""Steps in the committee: arrived, debated in general, how to go on, in detail, decided, reported, ended."""

HEARING = "ATK"
"""How the codes of a committee's hearings begin."""

SUB_MATTER = "A"
"""How the code of a step ends that another committee takes for its opinion."""


def stages(wire: MatterWire) -> tuple[Stage, ...]:
    """All stages by date, and those of one day in the source's order.

    A step whose code is not known is kept as `other`: the source's own words stand beside it.
    """
    events = sorted(wire.kasittelyt.fi, key=lambda event: (event.tapahtumapvm, event.jarjestys))
    steps = [(event.tapahtumapvm, _step(event)) for event in events]
    signatures = [
        (proposal.vahvistuspvm, _signature(proposal, proposal.vahvistuspvm))
        for proposal in wire.ehdotukset.fi
        if proposal.vahvistuspvm
    ]
    return tuple(stage for _, stage in sorted(steps + signatures, key=lambda found: found[0]))


def kind_of(code: str, label: str) -> StageKind:
    """What kind of step it is, by its code; an only reading, whose code was never seen, by its words."""
    if code in KINDS:
        return KINDS[code]
    if _is_in_committee(code):
        return "committee"
    if code.endswith(SUB_MATTER) and _is_in_committee(code.removesuffix(SUB_MATTER)):
        return "opinion"
    return "only reading" if "ainoa käsittely" in label.lower() else "other"


def _is_in_committee(code: str) -> bool:
    return code in COMMITTEE or (code.startswith(HEARING) and not code.endswith(SUB_MATTER))


def _step(event: Event) -> Stage:
    return Stage(
        kind=kind_of(event.yleinenkasittelyvaihetunnus, event.yleinenkasittelyvaihe),
        label=event.yleinenkasittelyvaihe,
        date=event.tapahtumapvm,
        identifier=event.kasittelytunnus,
        actor=event.valiokunta.nimi if event.valiokunta else None,
        decision=event.fraasi.fraasisisalto if event.fraasi else None,
    )


def _signature(proposal: Proposal, date: dt.date) -> Stage:
    """The day on which the President confirmed an act of the bill; the words are the source's."""
    return Stage(
        kind="signature",
        label=f"vahvistuspvm: {proposal.nimeke}",
        date=date,
        identifier=f"vahvistuspvm-{proposal.ehdotusnumero}" if proposal.ehdotusnumero else None,
        document=proposal.saadoskokoelmaviite,
    )
