"""Whether a vote agrees with itself: the ballots, the tally, and the three ways of breaking it down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from db.records import Breakdown, BreakdownKind, Option, Tally
from scrapers.pages import Answer, PageError, expect
from scrapers.parliaments.finland.wire import BallotWire, Figures, Share, VoteWire

UNKNOWN = "-"
"""What the source writes where it does not know."""

Cast = tuple[BallotWire, Option]
"""A ballot and what it comes to."""


def check(answer: Answer, wire: VoteWire, cast: Sequence[Cast]) -> None:
    """Make sure that ballots, tally and breakdowns agree.

    Raises:
        PageError: They do not; the element that differs is named.
    """
    declared = _figures(wire.aanestystulos)
    expect(answer, "aanestystulos.yhteensa", wire.aanestystulos.yhteensa, len(cast))
    expect(answer, "aanestystulos", declared, _count([option for _, option in cast]))
    expect(answer, "aanestystapahtumat.henkilonumero", _repeated(cast), [])
    _check_shares(answer, "hallitusoppositioJakaumat", wire.hallitusoppositio_jakaumat, declared)
    _check_shares(answer, "eduskuntaryhmaJakaumat", wire.eduskuntaryhma_jakaumat, declared)
    _check_shares(answer, "vaalipiiriJakaumat", wire.vaalipiiri_jakaumat, declared)
    _check_groups(answer, wire.eduskuntaryhma_jakaumat, cast)


def tally_of(figures: Figures) -> Tally:
    """The tally in the words of the house."""
    return Tally(yes=figures.jaa, no=figures.ei, abstain=figures.tyhjia, absent=figures.poissa)


def abbreviation_of(ballot: BallotWire) -> str | None:
    """How the ballot abbreviates its group, if it does."""
    found = ballot.edkryhmalyhenne.fi if ballot.edkryhmalyhenne else None
    return None if found == UNKNOWN else found or None


def breakdowns(wire: VoteWire) -> Iterator[Breakdown]:
    """The tally by sides, groups and districts. A group goes by the label that its ballots carry."""
    yield from _breakdowns("side", wire.hallitusoppositio_jakaumat, {})
    yield from _breakdowns("faction", wire.eduskuntaryhma_jakaumat, _labels(wire.aanestystapahtumat or []))
    yield from _breakdowns("district", wire.vaalipiiri_jakaumat, {})


def _breakdowns(kind: BreakdownKind, shares: list[Share], labels: dict[str, str]) -> Iterator[Breakdown]:
    for share in shares:
        name = (share.nimi.fi or share.nimi.sv or "").strip()
        yield Breakdown(kind=kind, label=labels.get(name, name), tally=tally_of(share))


def _labels(ballots: list[BallotWire]) -> dict[str, str]:
    """The label of each group by its name, as far as ballots and breakdown spell the name alike."""
    return {
        ballot.eduskuntaryhma.fi: label
        for ballot in ballots
        if ballot.eduskuntaryhma.fi and (label := abbreviation_of(ballot))
    }


def _figures(tally: Figures) -> tuple[int, ...]:
    return tally.jaa, tally.ei, tally.tyhjia, tally.poissa


def _count(options: Sequence[Option]) -> tuple[int, ...]:
    found = Counter(options)
    return found["yes"], found["no"], found["abstain"], found["absent"]


def _repeated(cast: Sequence[Cast]) -> list[str]:
    found = Counter([ballot.henkilonumero for ballot, _ in cast])
    return [identifier for identifier, times in found.items() if times > 1]


def _check_shares(answer: Answer, element: str, shares: list[Share], declared: tuple[int, ...]) -> None:
    for share in shares:
        if sum(_figures(share)) != share.yhteensa:
            raise PageError(answer, f"{element}.yhteensa", f"{share.nimi.fi!r} does not add up")
    sums = tuple(map(sum, zip(*map(_figures, shares), strict=True)))
    expect(answer, element, sums, declared)


def _check_groups(answer: Answer, shares: list[Share], cast: Sequence[Cast]) -> None:
    """Compare the groups one by one; a group named otherwise in its ballots cannot be compared."""
    found: dict[str, list[Option]] = {}
    for ballot, option in cast:
        found.setdefault(ballot.eduskuntaryhma.fi or "", []).append(option)
    for share in shares:
        if share.nimi.fi in found:
            counted = _count(found[share.nimi.fi])
            expect(answer, f"eduskuntaryhmaJakaumat, {share.nimi.fi}", _figures(share), counted)
