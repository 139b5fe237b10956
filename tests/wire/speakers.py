"""Who spoke in 200 recorded turns, as a person read it, beside what the whole chain stores.

    python tests/wire/speakers.py DATABASE

prints the table of docs/methodology.md, from a database of the recorded answers.

The labels were written by hand from the raw answers and the recorded lists of members. Drawn were, by the
hash of file and turn: of Estonia all 74 turns without an identifier of the source and 79 of those with one,
of Lithuania 30, and of Poland and Finland all that is recorded.
"""

import csv
import hashlib
import html
import json
import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from recorded import WIRE
from slugify import slugify

LABELS = Path(__file__).parent / "labels" / "speakers.csv"
NAMES = {"ee": "Riigikogu", "fi": "Eduskunta", "lt": "Seimas", "pl": "Sejm"}
STENOGRAM = "lt/www3_html/stenogram_1034324_2015-05-21.html"
SEJM_DAY = "pl/sejm/transcripts-10-10-2024-04-24.json"
FINNISH = "fi/api/search.puheenvuoro.asumistuki.json"
OPEN = "open"
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
BEGUN = re.compile(r"((?:PIRMININK(?:AS|Ė)|(?:[A-ZČĖŠŽ]\. ?)+[A-ZĄČĘĖĮŠŲŪŽ-]{2,})(?: \([^)]*\))?)\.")
"""A paragraph of the Seimas that begins a turn."""

SPOKE = """
SELECT speeches.key, speeches.sitting_key, speeches.speaker,
    json_group_array(person_identifiers.identifier) FILTER (WHERE person_identifiers.scheme = :scheme)
FROM speeches LEFT JOIN person_identifiers ON person_identifiers.person_id = speeches.person_id
WHERE speeches.chamber = :chamber
GROUP BY speeches.id ORDER BY speeches.sitting_key, speeches.position
"""

Found = dict[tuple[str, str], tuple[str, frozenset[str]]]
"""By file and turn: the speaker as stored, and all identifiers of the person whom the chain found."""


@dataclass(frozen=True)
class Label:
    file: str
    turn: str
    printed: str
    identifier: str
    """One or, where the source itself has several for this speaker, several with blanks; or `open`."""

    @property
    def country(self) -> str:
        return self.file[:2]

    @property
    def accepted(self) -> frozenset[str]:
        return frozenset() if self.identifier == OPEN else frozenset(self.identifier.split())

    def outcome(self, found: frozenset[str]) -> str:
        """`found` are all identifiers that the person has whom the chain stored."""
        if not found:
            return "missed" if self.accepted else "rightly open"
        return "resolved" if found & self.accepted else "wrong"


@cache
def labels() -> tuple[Label, ...]:
    with LABELS.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table)
        return tuple(
            Label(*(row[name] for name in ("file", "turn", "printed", "identifier"))) for row in rows
        )


def rank(turn: tuple[str, str]) -> str:
    return hashlib.sha256(" ".join(turn).encode()).hexdigest()


def drawn() -> set[tuple[str, str]]:
    """Files and turns of the sample, drawn again from the raw answers."""
    with_identifier, without = [], []
    for file, turn, event in verbatims():
        (with_identifier if UUID.fullmatch(event["uuid"] or "") else without).append((file, turn))
    lithuanian = [(STENOGRAM, turn) for turn, _ in stenogram()]
    polish = [(SEJM_DAY, str(number)) for number in range(1, 15)]
    spoken = ("PUH 99/2006/2/100/109/1", "PUH 99/2024/4/1/58", "PUH 99/2024/4/1/58 chair")
    estonian = without + sorted(with_identifier, key=rank)[: 153 - len(without)]
    return {*estonian, *((FINNISH, turn) for turn in spoken), *sorted(lithuanian, key=rank)[:30], *polish}


def verbatims() -> Iterator[tuple[str, str, dict[str, str | None]]]:
    for path in sorted((WIRE / "ee/verbatims").glob("*.json")):
        for place, item in enumerate(json.loads(path.read_bytes())["agendaItems"]):
            for number, event in enumerate(item["events"]):
                if event["type"] == "SPEECH":
                    yield str(path.relative_to(WIRE)), f"{place}.{number}", event


def stenogram() -> Iterator[tuple[str, str]]:
    """The turns that begin with a name in bold, numbered, read with nothing but a pattern."""
    raw = (WIRE / STENOGRAM).read_bytes().decode("cp1257", "replace")
    number = 0
    for inside in re.findall(
        r"<p class=Roman(?: [^>]*)?>(.*?)</p>", raw.replace("\N{SOFT HYPHEN}", ""), re.DOTALL
    ):
        text = " ".join(html.unescape(re.sub(r"<[^>]*>", "", inside)).split())
        if match := BEGUN.match(text):
            number += 1
            yield str(number), match[1]


def stored(db: sqlite3.Connection) -> Found:
    """What the database has of the turns that are recorded."""
    return {**of_estonia(db), **of_lithuania(db), **of_poland(db), **of_finland(db)}


def spoke(db: sqlite3.Connection, chamber: str, scheme: str) -> list[tuple[str, str, str, frozenset[str]]]:
    rows = db.execute(SPOKE, {"chamber": chamber, "scheme": scheme}).fetchall()
    return [(*row[:3], frozenset(json.loads(row[3]))) for row in rows]


def of_estonia(db: sqlite3.Connection) -> Found:
    """A turn of a verbatim is in the database by its place among the turns of the sitting."""
    turns: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for _, sitting, speaker, found in spoke(db, "ee-riigikogu", "ee-riigikogu"):
        turns.setdefault(sitting.rpartition("-")[2], []).append((speaker, found))
    files = [(file, turn, re.findall(r"\d{12}", file)[0]) for file, turn, _ in verbatims()]
    return {(file, turn): turns[sitting].pop(0) for file, turn, sitting in files}


def of_lithuania(db: sqlite3.Connection) -> Found:
    """Turns that go on under a new item are no new ones."""
    found: Found = {}
    before = None
    for key, _, speaker, identifiers in spoke(db, "lt-seimas", "lt-seimas"):
        if not (key.endswith("-1") and speaker == before):
            found[STENOGRAM, str(len(found) + 1)] = speaker, identifiers
        before = speaker
    return found


def of_poland(db: sqlite3.Connection) -> Found:
    return {
        (SEJM_DAY, key.rpartition("-")[2]): (speaker, found)
        for key, _, speaker, found in spoke(db, "pl-sejm", "pl-sejm-10")
    }


def of_finland(db: sqlite3.Connection) -> Found:
    keys = {key: (speaker, found) for key, _, speaker, found in spoke(db, "fi-eduskunta", "fi-eduskunta")}
    turns = [label.turn for label in labels() if label.file == FINNISH]
    return {(FINNISH, turn): keys[f"fi-eduskunta-{slugify(turn)}"] for turn in turns}


def outcomes(db: sqlite3.Connection) -> Counter[tuple[str, str]]:
    """How often which outcome, by country."""
    found = stored(db)
    return Counter((label.country, label.outcome(found[label.file, label.turn][1])) for label in labels())


def table(counted: Counter[tuple[str, str]]) -> str:
    """As it stands in docs/methodology.md."""
    kinds = ("resolved", "rightly open", "missed", "wrong")
    lines = [
        "| turns of | resolved | rightly left open | left open though known | wrong |",
        "|---|---|---|---|---|",
    ]
    for country, name in NAMES.items():
        lines.append(f"| {name} | " + " | ".join(str(counted[country, kind]) for kind in kinds) + " |")
    totals = [sum(counted[country, kind] for country in NAMES) for kind in kinds]
    return "\n".join([*lines, "| all | " + " | ".join(map(str, totals)) + " |"])


if __name__ == "__main__":
    with sqlite3.connect(sys.argv[1]) as database:
        print(table(outcomes(database)))
