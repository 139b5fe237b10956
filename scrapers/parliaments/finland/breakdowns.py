"""The parts of a tally that a vote prints: of each group, of government and opposition, of each district."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.records import Ballot, Breakdown, Tally
from scrapers.parliaments.finland.wire import Share, VoteWire


def breakdowns(wire: VoteWire, ballots: Sequence[Ballot]) -> Iterator[Breakdown]:
    """Every part, groups by the label that their ballots carry where the names agree."""
    cast = zip(wire.aanestystapahtumat or (), ballots, strict=True)
    labels = {printed.eduskuntaryhma.fi: ballot.faction for printed, ballot in cast}
    for share in wire.eduskuntaryhma_jakaumat:
        yield Breakdown(kind="faction", label=labels.get(share.nimi.fi) or _name(share), tally=_tally(share))
    for share in wire.hallitusoppositio_jakaumat:
        yield Breakdown(kind="side", label=_name(share), tally=_tally(share))
    for share in wire.vaalipiiri_jakaumat:
        yield Breakdown(kind="district", label=_name(share), tally=_tally(share))


def _name(share: Share) -> str:
    return share.nimi.fi or share.nimi.sv or "-"


def _tally(share: Share) -> Tally:
    return Tally(yes=share.jaa, no=share.ei, abstain=share.tyhjia, absent=share.poissa)
