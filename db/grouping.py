"""Who is the same person, worked out from what is known of all: official identifiers, registers, reviews.

It depends on what is known alone, never on what came first.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from db.identities import Pair, Reviewed

PARTS = re.compile(r"\d+|\D+")
"""The numbers of a key, and what is between them."""

Method = Literal["name and birth date", "reviewed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the person behind one official identifier."""

    own_id: int
    key: str
    scheme: str
    names: frozenset[str]
    """Every name under which this identifier was printed, folded."""
    birth_date: str | None
    is_stated: bool
    """Whether a register was read; a ballot names people in passing."""
    source_url: str
    seen_at: str

    @property
    def country(self) -> str:
        """The code that its key begins with."""
        return self.key.partition("-")[0]

    @property
    def rank(self) -> tuple[object, ...]:
        """Whose row is kept: one in a register, with a date of birth, and of those the earliest."""
        numbers = [
            (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in PARTS.findall(self.key)
        ]
        return not self.is_stated, self.birth_date is None, numbers


Group = list[Known]
"""One person: the row that is kept comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Why a row was joined to another."""

    merged_key: str
    kept_key: str
    method: Method
    reason: str
    source_url: str
    merged_at: str


def groups(known: Iterable[Known], reviewed: Reviewed, is_clash: Callable[[Group], bool]) -> list[Group]:
    """Everyone, each person once. `is_clash` says whether two of a group have ballots in the same vote.

    A review holds unless it clashes; dates of birth hold unless they contradict a review or a register, which
    lists nobody twice. What does not hold leaves its people apart.
    """
    people = sorted(known, key=lambda one: one.rank)
    stated = _components(people, reviewed.same)
    person = {one.key: number for number, group in enumerate(stated) for one in group}
    found: list[Group] = []
    for group in _components(people, {*reviewed.same, *_born_alike(people, reviewed, person)}):
        if _may_be_one(group, reviewed, person) and not is_clash(group):
            found.append(group)
        else:
            found += _as_reviewed(group, stated, reviewed, is_clash)
    return found


def merges(group: Group, reviewed: Reviewed) -> list[Merge]:
    """Why each but the first of a group was joined to it."""
    kept, *others = group
    return [_merge(one, kept, group, reviewed) for one in others]


def _merge(one: Known, kept: Known, group: Group, reviewed: Reviewed) -> Merge:
    for other in group:
        entry = reviewed.same.get(_pair(one, other))
        if entry is not None:
            return Merge(
                merged_key=one.key,
                kept_key=kept.key,
                method="reviewed",
                reason=entry.reason,
                source_url=entry.source_url,
                merged_at=entry.checked.isoformat(),
            )
    other = next(other for other in group if other is not one and _is_born_alike(one, other))
    return Merge(
        merged_key=one.key,
        kept_key=kept.key,
        method="name and birth date",
        reason=f"{other.key} has the name {min(one.names & other.names)} too, and was born {one.birth_date}",
        source_url=one.source_url,
        merged_at=max(one.seen_at, other.seen_at),
    )


def _born_alike(people: list[Known], reviewed: Reviewed, person: dict[str, int]) -> set[Pair]:
    """Pairs of one country, name and date of birth, where no two people of one register fit."""
    alike: defaultdict[tuple[str, str, str], Group] = defaultdict(list)
    for one in people:
        if one.is_stated and one.birth_date is not None:
            for name in one.names:
                alike[one.country, name, one.birth_date].append(one)
    return {
        _pair(*two)
        for group in alike.values()
        if _may_be_one(group, reviewed, person)
        for two in combinations(group, 2)
    }


def _is_born_alike(one: Known, other: Known) -> bool:
    return one.birth_date == other.birth_date and bool(one.names & other.names)


def _may_be_one(group: Group, reviewed: Reviewed, person: dict[str, int]) -> bool:
    """Whether no review tells two of them apart, and no scheme numbers two that no review joins."""
    if any(_pair(*two) in reviewed.apart for two in combinations(group, 2)):
        return False
    numbered = Counter(scheme for scheme, _ in {(one.scheme, person[one.key]) for one in group})
    return all(times == 1 for times in numbered.values())


def _as_reviewed(
    group: Group, stated: list[Group], reviewed: Reviewed, is_clash: Callable[[Group], bool]
) -> list[Group]:
    """The people of a group as reviews alone have it, and apart where even those do not hold."""
    keys = {one.key for one in group}
    found: list[Group] = []
    for part in stated:
        if part[0].key in keys:
            is_apart = any(_pair(*two) in reviewed.apart for two in combinations(part, 2))
            found += [[one] for one in part] if is_apart or is_clash(part) else [part]
    return found


def _components(people: list[Known], pairs: Iterable[Pair]) -> list[Group]:
    """Those that are connected by pairs, in the order of the people."""
    above = {one.key: one.key for one in people}

    def top(key: str) -> str:
        while above[key] != key:
            key = above[key]
        return key

    for one, other in pairs:
        if one in above and other in above:
            above[top(one)] = top(other)
    found: defaultdict[str, Group] = defaultdict(list)
    for person in people:
        found[top(person.key)].append(person)
    return list(found.values())


def _pair(one: Known, other: Known) -> Pair:
    return (one.key, other.key) if one.key < other.key else (other.key, one.key)
