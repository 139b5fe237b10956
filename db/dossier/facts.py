"""What the files of the dossier say: curated facts, each with its source and how well it is known."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from itertools import chain
from typing import Annotated

import msgspec
import yaml
from msgspec import Meta, Struct

from db.dossier.order import problems
from db.dossier.references import unknown
from db.records import (
    Bill,
    BillStage,
    Confidence,
    Event,
    Office,
    StateFacts,
    Statement,
    TallyReport,
    Treaty,
    TreatyAction,
    Vote,
)

Fact = Bill | BillStage | Vote | TallyReport | Statement | Office | Event | StateFacts | Treaty | TreatyAction
"""What an entry may say."""

FACTS = (
    "bill",
    "stage",
    "vote",
    "tally_report",
    "statement",
    "office",
    "event",
    "state",
    "treaty",
    "treaty_action",
)
"""The fields of an entry of which it fills in exactly one."""

Text = Annotated[str, Meta(min_length=1)]
Key = Annotated[str, Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]


class DossierError(Exception):
    """A reviewed file cannot be taken in. The message names the file, the entry and the field."""

    def __init__(self, file: str, entry: str, field: str, problem: str) -> None:
        super().__init__(f"{file}: {entry}: {field}: {problem}")


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One curated fact: a bill, a step of a bill, a vote, what another place prints of it, and so on."""

    key: Key
    source_url: Annotated[str, Meta(pattern=r"^https://\S+$")]
    source_name: Text
    confidence: Confidence
    checked: dt.date
    """When somebody last compared the fact with its source."""
    note: Text | None = None
    """What a reader should know: what is disputed, inferred, or not known."""
    bill: Bill | None = None
    stage: BillStage | None = None
    vote: Vote | None = None
    tally_report: TallyReport | None = None
    statement: Statement | None = None
    office: Office | None = None
    event: Event | None = None
    state: StateFacts | None = None
    treaty: Treaty | None = None
    treaty_action: TreatyAction | None = None

    def __post_init__(self) -> None:
        """Make sure that the entry is one fact, under a key that outlives a corrected date.

        Raises:
            ValueError: It is not.
        """
        if len(self._facts) != 1:
            raise ValueError(f"says not exactly one of {', '.join(FACTS)}")
        if self.stage is not None and self.stage.stage.identifier is None:
            raise ValueError("its stage has no identifier")

    @property
    def record(self) -> Fact:
        """The one thing that it says."""
        return self._facts[0]

    @property
    def _facts(self) -> list[Fact]:
        return [fact for name in FACTS if (fact := getattr(self, name)) is not None]


def entries() -> tuple[Entry, ...]:
    """All entries of the dossier, file by file.

    Raises:
        DossierError: A file cannot be taken in, two entries have one key, one names what no entry
            describes, or the facts cannot all be true.
    """
    folder = [file for file in files(__package__).iterdir() if file.name.endswith(".yaml")]
    texts = {file.name: file.read_text(encoding="utf-8") for file in folder}
    found = [(name, entry) for name in sorted(texts) for entry in read_entries(name, texts[name])]
    times = Counter(entry.key for _, entry in found)
    for name, entry in found:
        if times[entry.key] > 1:
            raise DossierError(name, entry.key, "key", "another entry has it too")
    said = {entry.key: entry.record for _, entry in found}
    names = {entry.key: name for name, entry in found}
    for key, field, problem in chain(unknown(said), problems(said)):
        raise DossierError(names[key], key, field, problem)
    return tuple(entry for _, entry in found)


def read_entries(file: str, text: str) -> Iterator[Entry]:
    """The entries of one file.

    Raises:
        DossierError: It is not a list of entries in YAML, or an entry lacks or misnames something.
    """
    for number, raw in enumerate(load_list(file, text), 1):
        try:
            yield msgspec.convert(raw, Entry)
        except msgspec.ValidationError as error:
            problem, _, path = str(error).partition(" - at ")
            raise DossierError(file, _name(number, raw), path.strip("`") or "$", problem) from error


def load_list(file: str, text: str) -> list[object]:
    """The raw entries of a reviewed file.

    Raises:
        DossierError: It is not a list in YAML.
    """
    try:
        found = yaml.load(text, yaml.CSafeLoader)
    # A day that no calendar has is a ValueError in PyYAML.
    except (yaml.YAMLError, ValueError) as error:
        raise DossierError(file, "whole file", "$", str(error)) from error
    if not isinstance(found, list):
        raise DossierError(file, "whole file", "$", "not a list of entries")
    return found


def _name(number: int, raw: object) -> str:
    key = raw.get("key") if isinstance(raw, dict) else None
    return key if isinstance(key, str) else f"entry {number}"
