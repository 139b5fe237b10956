"""The Sejm's answers, written from the facts: members, clubs, sittings, and votes with all ballots.

Totals are counted from the ballots. What the tables leave out (e-mail addresses, professions, places of
birth), the answers leave out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scrapers.sample.tables import Json, Row, rows

API = "https://api.sejm.gov.pl/sejm/term10"


def answers() -> Iterator[tuple[str, list[Json] | Json]]:
    """Each answer with its address."""
    members = [_member(row) for row in rows("poland", "members")]
    yield f"{API}/MP", members
    yield f"{API}/clubs", [_club(row) for row in rows("poland", "clubs")]
    yield f"{API}/proceedings", [_sitting(row) for row in rows("poland", "sittings")]
    names = {str(member["id"]): member for member in members}
    for vote in rows("poland", "votes"):
        yield _address(vote), _vote(vote, _ballots(vote, names))


def _address(vote: Row) -> str:
    return f"{API}/votings/{vote['sitting']}/{vote['votingNumber']}"


def _member(row: Row) -> Json:
    return {
        "id": int(row["id"]),
        **_names(row),
        "active": row["active"] == "true",
        "club": row["club"],
        "birthDate": row["birthDate"],
        "districtNum": int(row["districtNum"]),
        "districtName": row["districtName"],
    }


def _names(row: Row) -> Json:
    """The names as the source has them: a second name only where there is one."""
    return {name: row[name] for name in ("firstName", "secondName", "lastName") if row.get(name)}


def _club(row: Row) -> Json:
    return {"id": row["id"], "name": row["name"], "membersCount": int(row["membersCount"])}


def _sitting(row: Row) -> Json:
    return {
        "number": int(row["number"]),
        "title": row["title"],
        "dates": row["dates"].split(),
        "current": row["current"] == "true",
    }


def _ballots(vote: Row, members: dict[str, Json]) -> list[Json]:
    identity = vote["sitting"], vote["votingNumber"]
    return [
        {
            "MP": int(row["MP"]),
            "club": row["club"],
            **_names(members[row["MP"]]),
            "vote": row["vote"],
        }
        for row in rows("poland", "ballots")
        if (row["sitting"], row["votingNumber"]) == identity
    ]


def _vote(row: Row, ballots: list[Json]) -> Json:
    return {
        "term": 10,
        "sitting": int(row["sitting"]),
        "sittingDay": int(row["sittingDay"]),
        "votingNumber": int(row["votingNumber"]),
        "date": row["date"],
        **{name: row[name] for name in ("title", "topic", "description") if row[name]},
        "kind": row["kind"],
        "majorityType": row["majorityType"],
        "majorityVotes": int(row["majorityVotes"]),
        **_totals(ballots),
        "links": [{"rel": "pdf", "href": f"{_address(row)}/pdf"}],
        "votes": ballots,
    }


def _totals(ballots: list[Json]) -> dict[str, int]:
    cast = Counter(ballot["vote"] for ballot in ballots)
    return {
        "yes": cast["YES"],
        "no": cast["NO"],
        "abstain": cast["ABSTAIN"],
        "present": cast["PRESENT"],
        "notParticipating": cast["ABSENT"],
        "totalVoted": len(ballots) - cast["ABSENT"],
    }
