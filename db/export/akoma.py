"""Akoma Ntoso: the debates of each sitting as one document of the OASIS standard."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from lxml import etree

from db.export.tables import Descriptions, Table
from db.export.written import Written, written

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
PREFIXES: dict[Any, str] = {None: NAMESPACE}
US = "#leaving-ottawa"

UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot carry; each becomes a replacement character rather than be dropped."""

LANGUAGES = {
    "et": "est",
    "fi": "fin",
    "lt": "lit",
    "lv": "lav",
    "no": "nor",
    "pl": "pol",
    "sv": "swe",
    "en": "eng",
}
"""Akoma Ntoso wants codes of three letters."""

SITTINGS = """
    SELECT sittings.key, sittings.chamber, chambers.country, chambers.name AS chamber_name, sittings.number,
        min(speeches.date) AS date, group_concat(DISTINCT speeches.language) AS languages, sittings.source_url
    FROM sittings JOIN chambers ON chambers.key = sittings.chamber
    JOIN speeches ON speeches.sitting_key = sittings.key AND speeches.withdrawn_at IS NULL
    GROUP BY sittings.key ORDER BY sittings.key
"""
TURNS = """
    SELECT speeches.key, speeches.item_key, agenda_items.title AS item, speeches.speaker,
        persons.key AS person_key, persons.name AS person, speeches.capacity, speeches.start_time,
        speeches.end_time, speeches.text
    FROM speeches LEFT JOIN persons ON persons.id = speeches.person_id
    LEFT JOIN agenda_items ON agenda_items.key = speeches.item_key
    WHERE speeches.sitting_key = ? AND speeches.withdrawn_at IS NULL
    ORDER BY speeches.position, speeches.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A sitting of which there are turns."""

    key: str
    chamber: str
    country: str
    chamber_name: str
    number: int | None
    date: str
    languages: str | None
    source_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Somebody's turn to speak."""

    key: str
    item_key: str | None
    item: str | None
    speaker: str | None
    person_key: str | None
    person: str | None
    capacity: str | None
    start_time: str | None
    end_time: str | None
    text: str | None


def write_akoma(db: sqlite3.Connection, folder: Path, _: list[Table], __: Descriptions) -> Iterator[Written]:
    """Write a document for each sitting of which there are turns."""
    for sitting in [Sitting(**row) for row in _rows(db, SITTINGS)]:
        turns = [Turn(**row) for row in _rows(db, TURNS, sitting.key)]
        path = folder / "akoma-ntoso" / sitting.chamber / f"{sitting.key}.xml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document(sitting, turns))
        yield written(folder, path, rows=len(turns))


def document(sitting: Sitting, turns: list[Turn]) -> bytes:
    """The debates of a sitting as XML."""
    debate = _make("debate", _meta(sitting, turns), _body(turns), name="debate")
    root = _make("akomaNtoso", debate)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _rows(db: sqlite3.Connection, sql: str, *values: str) -> Iterator[dict[str, Any]]:
    cursor = db.execute(sql, values)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def _meta(sitting: Sitting, turns: list[Turn]) -> etree._Element:
    work = f"/akn/{sitting.country}/debate/{sitting.date}/{sitting.key}"
    languages = [LANGUAGES.get(code, "und") for code in (sitting.languages or "und").split(",")]
    expression = f"{work}/{languages[0]}@"
    number = [] if sitting.number is None else [_make("FRBRnumber", value=str(sitting.number))]
    return _make(
        "meta",
        _make(
            "identification",
            _make(
                "FRBRWork",
                *_frbr(work, sitting, "chamber"),
                _make("FRBRcountry", value=sitting.country),
                *number,
            ),
            _make(
                "FRBRExpression",
                *_frbr(expression, sitting, "chamber"),
                *(_make("FRBRlanguage", language=name) for name in languages),
            ),
            _make("FRBRManifestation", *_frbr(f"{expression}.xml", sitting, "leaving-ottawa")),
            source=US,
        ),
        _references(sitting, turns),
    )


def _frbr(uri: str, sitting: Sitting, author: str) -> list[etree._Element]:
    return [
        _make("FRBRthis", value=f"{uri}/!main"),
        _make("FRBRuri", value=uri),
        _make("FRBRdate", date=sitting.date, name="sitting"),
        _make("FRBRauthor", href=f"#{author}"),
    ]


def _references(sitting: Sitting, turns: list[Turn]) -> etree._Element:
    """Whom the document names: a person by key and name, a speaker who is not identified as printed."""
    roles = sorted({turn.capacity for turn in turns if turn.capacity})
    speakers = {_by(turn): turn for turn in turns}
    return _make(
        "references",
        _make("original", eId="original", href=sitting.source_url, showAs="Source"),
        _make(
            "TLCOrganization", eId="chamber", href=f"/ontology/{sitting.chamber}", showAs=sitting.chamber_name
        ),
        _make("TLCOrganization", eId=US[1:], href="/ontology/leaving-ottawa", showAs="Leaving Ottawa"),
        *(_make("TLCRole", eId=f"role-{role}", href=f"/ontology/role/{role}", showAs=role) for role in roles),
        *(_speaker(name, speakers[name]) for name in sorted(speakers)),
        source=US,
    )


def _speaker(name: str, turn: Turn) -> etree._Element:
    shown = turn.person or turn.speaker or "not named"
    kind = "person" if turn.person_key else "speaker"
    return _make("TLCPerson", eId=name, href=f"/ontology/{kind}/{name}", showAs=_printable(shown))


def _by(turn: Turn) -> str:
    return turn.person_key or f"speaker-of-{turn.key}"


def _body(turns: list[Turn]) -> etree._Element:
    sections = groupby(turns, key=lambda turn: (turn.item_key, turn.item))
    return _make(
        "debateBody",
        *(_section(place, title, list(said)) for place, ((_, title), said) in enumerate(sections, 1)),
    )


def _section(place: int, title: str | None, turns: list[Turn]) -> etree._Element:
    heading = [_make("heading", _printable(title))] if title else []
    return _make("debateSection", *heading, *map(_speech, turns), name="item", eId=f"item-{place}")


def _speech(turn: Turn) -> etree._Element:
    times = {"startTime": turn.start_time, "endTime": turn.end_time}
    role = {"as": f"#role-{turn.capacity}"} if turn.capacity else {}
    attributes = {name: value for name, value in times.items() if value} | role
    speaker = [_make("from", _printable(turn.speaker))] if turn.speaker else []
    return _make("speech", *speaker, *_paragraphs(turn), by=f"#{_by(turn)}", eId=turn.key, **attributes)


def _paragraphs(turn: Turn) -> list[etree._Element]:
    if turn.text is None:
        return [_make("p", _make("remark", "The words are not collected.", status="incomplete"))]
    lines = [line for line in turn.text.splitlines() if line.strip()] or [""]
    return [_make("p", _printable(line)) for line in lines]


def _make(tag: str, /, *children: str | etree._Element, **attributes: str) -> etree._Element:
    made = etree.Element(f"{{{NAMESPACE}}}{tag}", attributes, nsmap=PREFIXES)
    for child in children:
        if isinstance(child, str):
            made.text = child
        else:
            made.append(child)
    return made


def _printable(text: str) -> str:
    return UNPRINTABLE.sub("\ufffd", text)
