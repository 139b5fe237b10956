"""An invented Sejm: its answers have the form of the real ones, its members and votes are nobody's."""

import json
from typing import Any

API = "https://api.sejm.gov.pl/sejm/term10"
CLUBS = ("Blue", "Green")
LABELS = ("YES", "NO", "ABSTAIN", "ABSENT")


def member(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "active": True,
        "firstName": "Member",
        "lastName": f"{number:03}",
        "firstLastName": f"Member {number:03}",
        "lastFirstName": f"{number:03} Member",
        "birthDate": "1970-01-01",
        "birthLocation": "Nowhere",
        "club": CLUBS[number % 2],
        "districtName": "Nowhere",
        "districtNum": 1,
        "voivodeship": "nowhere",
        "educationLevel": "-",
        "numberOfVotes": 0,
    }


def ballot(number: int, label: str) -> dict[str, Any]:
    who = member(number)
    names = {"firstName": who["firstName"], "lastName": who["lastName"]}
    return {"MP": number, "club": who["club"], **names, "vote": label}


def listed(sitting: int, number: int, ballots: list[dict[str, Any]]) -> dict[str, Any]:
    """A vote as lists show it: without its ballots, with the totals that they add up to."""
    cast = [row["vote"] for row in ballots]
    yes, no, abstain = cast.count("YES"), cast.count("NO"), cast.count("ABSTAIN")
    return {
        "term": 10,
        "sitting": sitting,
        "sittingDay": 1,
        "votingNumber": number,
        "date": f"2025-01-{sitting:02}T10:00:{number % 60:02}",
        "title": "Pkt. 1 Sprawozdanie Komisji o rządowym projekcie ustawy o niczym (druki nr 1 i 2)",
        "topic": "głosowanie nad całością projektu.",
        "kind": "ELECTRONIC",
        "majorityType": "SIMPLE_MAJORITY",
        "majorityVotes": no + 1,
        "yes": yes,
        "no": no,
        "abstain": abstain,
        "present": 0,
        "notParticipating": cast.count("ABSENT"),
        "totalVoted": yes + no + abstain,
        "links": [{"rel": "pdf", "href": f"{API}/votings/{sitting}/{number}/pdf"}],
    }


def vote(sitting: int, number: int, members: int = 12) -> dict[str, Any]:
    ballots = [ballot(who, LABELS[(who + number) % len(LABELS)]) for who in range(1, members + 1)]
    return {**listed(sitting, number, ballots), "votes": ballots}


def sitting_record(number: int) -> dict[str, Any]:
    title = f"{number}. Posiedzenie"
    return {"number": number, "title": title, "dates": [f"2025-01-{number:02}"], "current": False}


def draft(number: int) -> dict[str, Any]:
    return {
        "term": 10,
        "number": f"RPW/{number}/2025",
        "title": "Poselski projekt ustawy o niczym",
        "applicantType": "DEPUTIES",
        "submissionType": "BILL",
        "status": "ACTIVE",
        "dateOfReceipt": "2025-01-01",
    }


def day(sitting: int, statements: int = 2) -> dict[str, Any]:
    """The turns of a sitting's one day: the chair for the whole of it, and some members."""
    rows = [
        {
            "num": number,
            "name": f"Member {number:03}" if number else "Marszałek",
            "function": "Poseł" if number else "",
            "memberID": number,
            "rapporteur": False,
            "unspoken": False,
            "startDateTime": f"2025-01-{sitting:02}T10:{number:02}:00",
            "endDateTime": f"2025-01-{sitting:02}T10:{number:02}:30",
        }
        for number in range(statements + 1)
    ]
    return {"date": f"2025-01-{sitting:02}", "proceedingNum": sitting, "statements": rows}


def statement(sitting: int, number: int) -> str:
    heading = f"10. kadencja, {sitting}. posiedzenie, 1. dzień ({sitting:02}-01-2025)"
    return (
        f"<html><body><blockquote><h1>{heading}</h1>"
        '<p class="punkt-tytul">1. punkt porządku dziennego: Sprawozdanie o niczym (druki nr 1 i 2)</p>'
        f'<h2 class="mowca">Poseł Member {number:03}:</h2><p>Words {number}.</p></blockquote></body></html>'
    )


def answers(sittings: int = 2, votes: int = 3, members: int = 12) -> dict[str, Any]:
    """Every answer of the invented Sejm that a crawl of the whole term asks for, by path."""
    details = {(s, n): vote(s, n, members) for s in range(1, sittings + 1) for n in range(1, votes + 1)}
    lists = {
        f"{API}/votings/{s}": [_without_ballots(details[s, n]) for n in range(1, votes + 1)]
        for s in range(1, sittings + 1)
    }
    return {
        f"{API}/MP": [member(number) for number in range(1, members + 1)],
        f"{API}/clubs": [_club(club, members) for club in CLUBS],
        f"{API}/proceedings": [sitting_record(number) for number in range(1, sittings + 1)],
        f"{API}/votings": [
            {"date": f"2025-01-{s:02}", "proceeding": s, "votingsNum": votes} for s in range(1, sittings + 1)
        ],
        f"{API}/bills?limit=500": [draft(17)],
        f"{API}/bills?limit=500&offset=1": [],
        **lists,
        **{f"{API}/votings/{s}/{n}": detail for (s, n), detail in details.items()},
        **{transcripts(s): day(s) for s in range(1, sittings + 1)},
        **{f"{transcripts(s)}/{n}": statement(s, n) for s in range(1, sittings + 1) for n in (1, 2)},
    }


def transcripts(sitting: int) -> str:
    return f"{API}/proceedings/{sitting}/2025-01-{sitting:02}/transcripts"


def encode(answer: Any) -> bytes:
    """The body of an answer: a text is a page, anything else is JSON."""
    text = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
    return text.encode()


def _club(club: str, members: int) -> dict[str, Any]:
    count = sum(member(number)["club"] == club for number in range(1, members + 1))
    return {"id": club, "name": f"Club {club}", "membersCount": count, "email": "", "phone": "", "fax": ""}


def _without_ballots(detail: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in detail.items() if name != "votes"}
