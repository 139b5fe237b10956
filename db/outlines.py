"""Which turn an entry of a list of speakers is about, where a source has the list apart from the words.

The list says who spoke on which item and for how long; the words say who spoke after whom. The two are laid
side by side in their order, by names. An entry belongs to a turn only if it does so in every best way of
laying them, so that of two entries that could be exchanged neither is attached. It is worked out from the
rows alone, so the result is the same whichever of the two came first.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby

from sqlite_utils import Database

from db.speakers import fits, fold

SITTINGS = "SELECT DISTINCT sitting_key FROM speech_outlines"

ENTRIES = """
SELECT speech_outlines.key, speech_outlines.item_key, speech_outlines.seconds,
    speech_outlines.family_name, speech_outlines.given_name
FROM speech_outlines JOIN agenda_items ON agenda_items.key = speech_outlines.item_key
WHERE speech_outlines.sitting_key = ? AND speech_outlines.withdrawn_at IS NULL
    AND NOT EXISTS (
        SELECT 1 FROM speech_outlines AS other JOIN agenda_items AS item ON item.key = other.item_key
        WHERE other.sitting_key <> speech_outlines.sitting_key AND item.title = agenda_items.title
            AND other.family_name = speech_outlines.family_name
            AND other.given_name = speech_outlines.given_name
            AND other.seconds = speech_outlines.seconds AND other.withdrawn_at IS NULL
    )
ORDER BY speech_outlines.position
"""
"""The entries of a sitting, without those that another sitting has too: an item that is carried over has its
speakers in both, and nobody can say in which of them they spoke."""

TURNS = """
SELECT key, coalesce(family_name, ''), coalesce(given_name, '') FROM speeches
WHERE sitting_key = ? AND withdrawn_at IS NULL AND capacity IS NOT 'chair'
ORDER BY position
"""

ATTACH = """
UPDATE speeches SET item_key = ?2, seconds = ?3
WHERE key = ?1 AND (item_key IS NOT ?2 OR seconds IS NOT ?3)
"""

LINK = "UPDATE speech_outlines SET speech_key = ?2 WHERE key = ?1 AND speech_key IS NOT ?2"

Name = tuple[str, str]
"""Family and given name, folded; the given name may be initials."""


def settle_outlines(db: Database) -> None:
    """Attach the entries of lists to turns: their items, and how long they lasted.

    Somebody who was interrupted has several turns for one entry: all get its item, none its length.
    """
    for (sitting,) in db.conn.execute(SITTINGS).fetchall():
        entries = db.conn.execute(ENTRIES, [sitting]).fetchall()
        turns = db.conn.execute(TURNS, [sitting]).fetchall()
        groups = [list(found) for _, found in groupby(turns, key=lambda turn: turn[1:])]
        wanted = [(fold(family), fold(given)) for *_, family, given in entries]
        printed = [(fold(group[0][1]), fold(group[0][2])) for group in groups]
        pairs = laid_side_by_side(wanted, printed)
        _attach(db, [(entries[one], groups[other]) for one, other in pairs], turns, entries)


def laid_side_by_side(wanted: list[Name], printed: list[Name]) -> list[tuple[int, int]]:
    """The pairs of places that every longest common order of the two has."""
    before, after = _common(wanted, printed), _common(wanted[::-1], printed[::-1])
    longest = before[-1][-1]
    by_rank: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for one, name in enumerate(wanted):
        for other, found in enumerate(printed):
            rank = before[one][other]
            rest = after[len(wanted) - one - 1][len(printed) - other - 1]
            if rank + 1 + rest == longest and _is_same(name, found):
                by_rank[rank].append((one, other))
    return [pairs[0] for _, pairs in sorted(by_rank.items()) if len(pairs) == 1]


def _common(wanted: list[Name], printed: list[Name]) -> list[list[int]]:
    """How long the longest common order of the first so many of both is."""
    table = [[0] * (len(printed) + 1)]
    for name in wanted:
        above, row = table[-1], [0]
        for place, found in enumerate(printed):
            same = above[place] + 1 if _is_same(name, found) else 0
            row.append(max(same, above[place + 1], row[place]))
        table.append(row)
    return table


def _is_same(name: Name, printed: Name) -> bool:
    return name[0] == printed[0] and fits(printed[1], name[1])


def _attach(
    db: Database,
    pairs: list[tuple[tuple[str, str, int, str, str], list[tuple[str, str, str]]]],
    turns: list[tuple[str, str, str]],
    entries: list[tuple[str, str, int, str, str]],
) -> None:
    """Write what belongs together, and take back what no longer does."""
    found: dict[str, tuple[str, int | None]] = {}
    linked: dict[str, str] = {}
    for (entry, item, seconds, *_), group in pairs:
        linked[entry] = group[0][0]
        found.update((turn, (item, seconds if len(group) == 1 else None)) for turn, *_ in group)
    db.conn.executemany(ATTACH, [(turn, *found.get(turn, (None, None))) for turn, *_ in turns])
    db.conn.executemany(LINK, [(entry, linked.get(entry)) for entry, *_ in entries])
