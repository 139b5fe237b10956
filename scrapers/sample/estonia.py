"""The Riigikogu's answers, written from the facts: members, one vote as the public site shows it, and 642 SE.

Of the debates on 642 SE the turns are told, with their speakers and times, and not what was said: the words
are the speakers'. Totals are counted from the ballots.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape

from scrapers.sample.tables import Json, Row, rows

API = "https://api.riigikogu.ee/api"
WEB = "https://www.riigikogu.ee"
VOTE = f"{WEB}/tegevus/tooulevaade/haaletused/haaletustulemused-kohalolekukontroll"
MONTHS = {
    "202505211400": "startDate=2025-05-01&endDate=2025-05-31",
    "202506041400": "startDate=2025-06-01&endDate=2025-06-30",
}
"""In which answer each sitting is."""

PRESENT = ("Poolt", "Vastu", "Erapooletu", "Ei hääletanud")


def answers() -> Iterator[tuple[str, list[Json] | Json | str]]:
    """Each answer with its address."""
    factions = {row["key"]: row for row in rows("estonia", "factions")}
    members = {row["uuid"]: row for row in rows("estonia", "members")}
    yield f"{API}/plenary-members", list(_members(members, factions))
    for draft in rows("estonia", "drafts"):
        yield f"{API}/volumes/drafts/{draft['uuid']}", _draft(draft)
    for debate in rows("estonia", "debates"):
        yield f"{API}/steno/verbatims?{MONTHS[debate['sitting']]}", [_verbatim(debate)]
    for vote in rows("estonia", "votes"):
        yield f"{VOTE}/{vote['uuid']}/", _page(vote, rows("estonia", "ballots"), members, factions)


def _members(members: dict[str, Row], factions: dict[str, Row]) -> Iterator[Json]:
    spells: dict[str, list[Json]] = {}
    for row in rows("estonia", "spells"):
        spells.setdefault(row["member"], []).append(_faction(row, factions[row["faction"]]))
    yield from (_member(row, spells[uuid]) for uuid, row in members.items())


def _member(row: Row, spells: list[Json]) -> Json:
    return {
        "uuid": row["uuid"],
        "fullName": f"{row['firstName']} {row['lastName']}",
        "lastName": row["lastName"],
        "firstName": row["firstName"],
        "active": True,
        "dateOfBirth": row["dateOfBirth"],
        "plenaryMembership": _spell(row["startDate"], ""),
        "factions": spells,
    }


def _faction(spell: Row, faction: Row) -> Json:
    return {
        "uuid": faction["uuid"],
        "name": faction["name"],
        "active": True,
        "membership": _spell(spell["startDate"], spell["endDate"]),
    }


def _spell(start: str, end: str) -> Json:
    return {"membershipNumber": 15, "startDate": start, "endDate": end or None}


def _draft(row: Row) -> Json:
    named = (
        "uuid",
        "title",
        "draftTypeCode",
        "activeDraftStage",
        "activeDraftStatus",
        "initiated",
        "accepted",
    )
    return {
        **{name: row[name] for name in named},
        "mark": int(row["mark"]),
        "membership": int(row["membership"]),
        "initiators": [{"name": row["initiator"]}],
        "texts": [_text(text) for text in rows("estonia", "texts")],
        "readings": _readings(),
    }


def _text(row: Row) -> Json:
    named = ("uuid", "fileName", "fileTitle", "accessRestrictionType", "created")
    return {
        "readingCode": row["readingCode"],
        "document": {"title": row["document"]},
        "file": {name: row[name] for name in named},
    }


def _readings() -> list[Json]:
    events: dict[str, list[Json]] = {}
    for row in rows("estonia", "events"):
        events.setdefault(row["readingCode"], []).append(_event(row))
    return [{"readingCode": code, "proceedingEvents": found} for code, found in events.items()]


def _event(row: Row) -> Json:
    """A step in its shape: what a committee or the plenary has is there also where it is empty."""
    named = ("date", "status", "sittingTitle", "decisionCode")
    event: Json = {name: row[name] for name in named if row[name]}
    if row["kind"] == "committee":
        made = _of(row, "decisions")
        event["committeeDecisions"] = [{"decision": _coded(one["code"], one["value"])} for one in made]
    elif row["kind"] == "plenary":
        event["votings"] = [_voting(voting) for voting in _of(row, "votings")]
    return event


def _of(event: Row, table: str) -> list[Row]:
    return [row for row in rows("estonia", table) if row["date"] == event["date"]]


def _voting(row: Row) -> Json:
    named = ("uuid", "description", "startDateTime")
    kind = _coded(row["type.code"], row["type.value"])
    return {**{name: row[name] for name in named}, "type": kind}


def _coded(code: str, value: str) -> Json:
    return {"code": code, "value": value}


def _verbatim(row: Row) -> Json:
    turns = [turn for turn in rows("estonia", "turns") if turn["sitting"] == row["sitting"]]
    item = {
        "agendaItemUuid": row["item.uuid"],
        "date": row["item.date"],
        "title": row["item.title"],
        "events": [_turn(turn) for turn in turns],
    }
    return {
        "membership": int(row["membership"]),
        "plenarySession": int(row["plenarySession"]),
        "link": f"https://stenogrammid.riigikogu.ee/{row['sitting']}",
        "date": row["date"],
        "title": row["title"],
        "agendaItems": [item],
        "edited": False,
    }


def _turn(row: Row) -> Json:
    named = ("type", "uuid", "date", "speaker", "link")
    return {**{name: row[name] or None for name in named}, "text": None}


def _page(vote: Row, ballots: list[Row], members: dict[str, Row], factions: dict[str, Row]) -> str:
    """The page of a vote on the public site, without what is around its content."""
    table = "".join(_ballot(row, members[row["member"]], factions[row["faction"]]["name"]) for row in ballots)
    return (
        f'<!DOCTYPE html>\n<html lang="et"><head><title>{escape(vote["title"])}</title></head><body>'
        f'<main id="main"><h1 class="title">{escape(vote["title"])}</h1>{_facts(vote)}'
        f'<ul>{_tabs(ballots)}</ul><div id="koik"><table><tbody>{table}</tbody></table></div>'
        "</main></body></html>"
    )


def _facts(vote: Row) -> str:
    name = escape(f"{vote['mark']} {vote['name']}")
    bill = f'<a href="{WEB}/tegevus/eelnoud/eelnou/{vote["draft"]}/{vote["slug"]}">{name}</a>'
    lines = {
        "Istungit juhatas": escape(vote["chair"]),
        "Eelnõu": bill,
        "Sisu": escape(vote["what"]),
        "Otsus": escape(vote["stage"]),
    }
    listed = "".join(f"<strong>{label}:</strong> {words}<br>" for label, words in lines.items())
    return (
        f'<div class="content-block"><h2 class="second">{escape(vote["sitting"])}</h2>'
        f"<p>{listed}Hääletamine oli avalik</p></div>"
    )


def _tabs(ballots: list[Row]) -> str:
    """The totals. Those who did not vote are here only those present."""
    cast = Counter(row["label"] for row in ballots)
    figures = {label: cast[label] for label in PRESENT}
    figures |= {"Kohal": sum(figures.values()), "Puudub": cast["Puudub"]}
    tabs = (f"<li><a>{label} <span>- {figure}</span></a></li>" for label, figure in figures.items())
    return f'<li><a href="#koik">Kõik</a></li>{"".join(tabs)}'


def _ballot(row: Row, member: Row, faction: str) -> str:
    name = escape(f"{member['firstName']} {member['lastName']}")
    address = f"{WEB}/riigikogu/koosseis/riigikogu-liikmed/saadik/{member['uuid']}/"
    return (
        f'<tr><td><a href="{address}">{name}</a></td>'
        f'<td><span class="bar-title">{row["label"]}</span></td><td>{escape(faction)}</td></tr>'
    )
