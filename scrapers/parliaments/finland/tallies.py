"""Whether a vote agrees with itself: the ballots, the tally, and the three ways of breaking it down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from db.records import Option
from scrapers.pages import Answer, PageError, expect
from scrapers.parliaments.finland.wire import BallotWire, Figures, Share, VoteWire

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
