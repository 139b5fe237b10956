"""Popolo JSON: people, organizations, memberships, events, motions, vote events and speeches.

Popolo knows fewer options than the tables, and neither bills nor corrections; where it has no word, ours
stands in a property of our own, which its schemas allow.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from db.export.tables import Descriptions, Table, parts
from db.export.written import Written, written

OPTIONS = {"present_not_voting": "not voting", "absent_excused": "absent"}
"""Our options that Popolo calls by another name. All others are called the same, or are not known to it."""

RESULTS = {"passed": "pass", "rejected": "fail"}
"""Outcomes by Popolo's names; it has none for an annulled vote or one without a decision."""

COUNTED = ("yes", "no", "abstain", "present_not_voting", "absent")

PERSONS = """
    SELECT key AS id, name, family_name, given_name, coalesce(birth_date, birth_year) AS birth_date,
        source_url,
        (SELECT json_group_array(DISTINCT given_name || ' ' || family_name) FROM person_names
            WHERE person_id = persons.id) AS names,
        (SELECT json_group_array(json_object('scheme', scheme, 'identifier', identifier))
            FROM person_identifiers WHERE person_id = persons.id) AS identifiers
    FROM persons ORDER BY key
"""
ORGANIZATIONS = """
    SELECT key AS id, name_en AS name, 'chamber' AS classification, NULL AS parent_id, NULL AS source_url,
        name AS other_name
    FROM chambers
    UNION ALL
    SELECT key, coalesce(name, label), 'faction', chamber, source_url, iif(name <> label, label, NULL)
    FROM factions ORDER BY 3, 1
"""
MEMBERSHIPS = """
    SELECT memberships.key AS id, persons.key AS person_id, memberships.chamber AS organization_id,
        factions.key AS on_behalf_of_id, 'member' AS role, memberships.start_date, memberships.end_date,
        memberships.term AS legislative_session_id, memberships.source_url
    FROM memberships JOIN persons ON persons.id = memberships.person_id
    LEFT JOIN factions ON factions.id = memberships.faction_id
    WHERE memberships.withdrawn_at IS NULL ORDER BY memberships.key
"""
EVENTS = """
    SELECT key AS id, label AS name, 'legislative period' AS classification, chamber AS organization_id,
        NULL AS parent_id, start_date, end_date, NULL AS source_url
    FROM terms
    UNION ALL
    SELECT key, title, 'sitting', chamber, term, start_date, end_date, source_url FROM sittings ORDER BY 3, 1
"""
MOTIONS = """
    SELECT key || '-motion' AS id, chamber AS organization_id, term AS legislative_session_id,
        coalesce(question, title) AS text, meaning_of_yes AS classification, majority AS requirement,
        outcome AS result, bill_key, source_url
    FROM votes ORDER BY key
"""
VOTE_EVENTS = """
    SELECT votes.id AS number, votes.key AS id, key || '-motion' AS motion_id, chamber AS organization_id,
        term AS legislative_session_id, CAST(number AS TEXT) AS identifier, time AS start_date, date,
        outcome AS result, ballots_status, source_url, declared_yes, declared_no, declared_abstain,
        declared_present_not_voting, declared_absent
    FROM votes WHERE chamber = ? AND term = ? ORDER BY date, votes.id
"""
BALLOTS = """
    SELECT persons.key AS voter_id, ballot_labels.option, factions.key AS group_id, ballot_labels.label
    FROM vote_ballots JOIN persons ON persons.id = vote_ballots.person_id
    JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
    LEFT JOIN factions ON factions.id = vote_ballots.faction_id
    WHERE vote_ballots.vote_id = ? AND vote_ballots.withdrawn_at IS NULL
"""
SPEECHES = """
    SELECT speeches.key AS id, persons.key AS creator_id, speeches.capacity AS role,
        speeches.speaker AS attribution_text, speeches.text, speeches.start_time AS date,
        speeches.date AS day, 'speech' AS type, speeches.position, speeches.sitting_key AS event_id,
        speeches.language, speeches.source_url
    FROM speeches LEFT JOIN persons ON persons.id = speeches.person_id
    WHERE speeches.withdrawn_at IS NULL ORDER BY speeches.sitting_key, speeches.position
"""

Object = dict[str, Any]


def write_popolo(db: sqlite3.Connection, folder: Path, _: list[Table], __: Descriptions) -> Iterator[Written]:
    """Write one file a class, and one of vote events, votes within, for each chamber and term."""
    classes: dict[str, Iterable[Object]] = {
        "persons": map(_person, _objects(db, PERSONS)),
        "organizations": map(_organization, _objects(db, ORGANIZATIONS)),
        "memberships": map(_sourced, _objects(db, MEMBERSHIPS)),
        "events": map(_sourced, _objects(db, EVENTS)),
        "motions": map(_decided, _objects(db, MOTIONS)),
        "speeches": map(_sourced, _objects(db, SPEECHES)),
    }
    for part in parts(db):
        found = _objects(db, VOTE_EVENTS, part.chamber, part.term)
        classes[f"vote_events/{part.chamber}/{part.term}"] = (_vote_event(db, event) for event in found)
    for name, objects in classes.items():
        path = folder / "popolo" / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        yield written(folder, path, rows=_write_array(path, objects))


def _objects(db: sqlite3.Connection, sql: str, *values: object) -> Iterator[Object]:
    cursor = db.execute(sql, values)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def _write_array(path: Path, objects: Iterable[Object]) -> int:
    """Write objects as one JSON array, of which only one is in memory at a time; says how many."""
    count = 0
    with path.open("wb") as file:
        file.write(b"[")
        for found in objects:
            file.write(b",\n" if count else b"\n")
            file.write(msgspec.json.encode(_stated(found)))
            count += 1
        file.write(b"\n]\n")
    return count


def _sourced(found: Object) -> Object:
    url = found.pop("source_url")
    return found | ({"sources": [{"url": url}]} if url else {})


def _person(found: Object) -> Object:
    names, identifiers = (msgspec.json.decode(found.pop(name)) for name in ("names", "identifiers"))
    found["birth_date"] = found["birth_date"] and str(found["birth_date"])
    found["other_names"] = [{"name": name} for name in sorted(names) if name != found["name"]]
    return _sourced(found | {"identifiers": identifiers})


def _organization(found: Object) -> Object:
    other = found.pop("other_name")
    return _sourced(found | ({"other_names": [{"name": other}]} if other else {}))


def _decided(found: Object) -> Object:
    return _sourced(found | {"result": RESULTS.get(found["result"], found["result"])})


def _vote_event(db: sqlite3.Connection, found: Object) -> Object:
    """A vote with the tally that its source declares, and its ballots where they are published."""
    number = found.pop("number")
    found["counts"] = list(_counts({name: found.pop(f"declared_{name}") for name in COUNTED}))
    if found["ballots_status"] in ("published", "partial"):
        found["votes"] = [_vote(ballot) for ballot in _objects(db, BALLOTS, number)]
    return _decided(found)


def _counts(tally: Mapping[str, int | None]) -> Iterator[Object]:
    for option, value in tally.items():
        if value is not None:
            yield {"option": OPTIONS.get(option, option), "value": value}


def _vote(ballot: Object) -> Object:
    return _stated(ballot | {"option": OPTIONS.get(ballot["option"], ballot["option"])})


def _stated(found: Object) -> Object:
    """Only what is known: Popolo leaves out what is not."""
    return {name: value for name, value in found.items() if value is not None}
