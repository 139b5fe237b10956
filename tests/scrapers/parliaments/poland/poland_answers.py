"""Small answers in the form of the Sejm's interface, about nobody. Each has only what the test says."""

import json
from collections import Counter

import pytest

from scrapers.pages import Answer, PageError
from scrapers.parliaments.poland import PARLIAMENT

API = "https://api.sejm.gov.pl/sejm/term10"
TOTALS = {"yes": "YES", "no": "NO", "abstain": "ABSTAIN", "present": "PRESENT", "notParticipating": "ABSENT"}


def answer(path, content):
    url = path if path.startswith("https:") else f"{API}/{path}"
    body = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
    return Answer(url=url, body=body, content_type="application/json")


def read(path, content):
    found = answer(path, content)
    return PARLIAMENT.page_for(found.url).read(found)


def problem(path, content):
    """The error with which the page refuses the answer."""
    with pytest.raises(PageError) as raised:
        read(path, content)
    return raised.value


def changed(content, **changes):
    """The same with other values; None leaves the element out."""
    return {name: value for name, value in {**content, **changes}.items() if value is not None}


def a_ballot(number, label):
    names = {"firstName": "Member", "lastName": f"{number:03}"}
    return {"MP": number, "club": "Blue" if number % 2 else "Green", **names, "vote": label}


def a_listed_vote(labels="YES YES NO ABSTAIN ABSENT", **changes):
    counted = Counter(labels.split())
    content = {
        "term": 10,
        "sitting": 3,
        "sittingDay": 1,
        "votingNumber": 7,
        "date": "2025-01-10T09:30:00",
        "title": "Pkt. 1 Sprawozdanie Komisji o niczym (druki nr 11 i 12)",
        "topic": "głosowanie nad całością projektu.",
        "kind": "ELECTRONIC",
        "majorityType": "SIMPLE_MAJORITY",
        "majorityVotes": counted["NO"] + 1,
        **{total: counted[label] for total, label in TOTALS.items()},
        "totalVoted": counted.total() - counted["ABSENT"],
    }
    return changed(content, **changes)


def a_vote(labels="YES YES NO ABSTAIN ABSENT", **changes):
    rows = [a_ballot(number, label) for number, label in enumerate(labels.split(), 1)]
    return changed({**a_listed_vote(labels), "votes": rows}, **changes)


def a_list_vote(*ballots):
    """A vote on two candidates; each ballot is two letters, Y or N, or `-` for a member who took no part."""
    words = {"Y": "YES", "N": "NO"}
    rows = [
        {**a_ballot(number, "ABSENT" if cast == "-" else "VOTE_VALID")}
        | ({} if cast == "-" else {"listVotes": {"1": words[cast[0]], "2": words[cast[1]]}})
        for number, cast in enumerate(ballots, 1)
    ]
    options = [
        {"optionIndex": 1, "option": "FIRST CANDIDATE", "votes": sum(cast[0] == "Y" for cast in ballots)},
        {"optionIndex": 2, "option": "SECOND CANDIDATE", "votes": sum(cast[-1] == "Y" for cast in ballots)},
    ]
    totals = {"totalVoted": len(ballots) - ballots.count("-"), "againstAll": ballots.count("NN")}
    return changed(
        a_listed_vote("ABSENT " * ballots.count("-")),
        kind="ON_LIST",
        topic="Wybór kogokolwiek",
        votes=rows,
        votingOptions=options,
        **totals,
    )


def a_member(number=17, **changes):
    content = {
        "id": number,
        "active": True,
        "firstName": "Member",
        "lastName": f"{number:03}",
        "birthDate": "1970-02-03",
        "club": "Blue",
    }
    return changed(content, **changes)


def a_stage(stage_type, name="Krok", date="2025-01-10", **changes):
    return changed({"stageType": stage_type, "stageName": name, "date": date}, **changes)


def a_process(*stages, **changes):
    content = {
        "term": 10,
        "number": "11",
        "title": "Rządowy projekt ustawy o niczym",
        "documentType": "projekt ustawy",
        "processStartDate": "2025-01-02",
        "stages": list(stages) or [a_stage("Start", printNumber="11")],
    }
    return changed(content, **changes)


def a_print(**changes):
    content = {"term": 10, "number": "11", "title": "Projekt o niczym", "processPrint": ["11"]}
    return changed(content, **changes)


DAY_PATH = "proceedings/3/2025-01-10/transcripts"


def a_statement(number=1, **changes):
    """A row of the list of a day."""
    content = {
        "num": number,
        "name": f"Member {number:03}",
        "function": "Poseł",
        "memberID": number,
        "rapporteur": False,
        "secretary": False,
        "unspoken": False,
        "startDateTime": f"2025-01-10T10:{number:02}:00",
        "endDateTime": f"2025-01-10T10:{number:02}:30",
    }
    return changed(content, **changes)


CHAIR_ROW = a_statement(
    0,
    name="Marszałek",
    function="",
    memberID=0,
    startDateTime="2025-01-10T10:00:00",
    endDateTime="2025-01-10T22:00:00",
)


def a_sitting_day(*statements, **changes):
    content = {"date": "2025-01-10", "proceedingNum": 3, "statements": [CHAIR_ROW, *statements]}
    return changed(content, **changes)


def a_speech(*lines, title="", speaker="Poseł Member 001:", day="10-01-2025", sitting=3, extra=""):
    """The page of a turn, in the source's own layout: hard line breaks, leading blanks, CRLF."""
    words = "".join(f"<p>    {line}</p>\n" for line in lines)
    page = f"""<!DOCTYPE html>
<html lang="pl">
<head>
<title>10. kadencja,  {sitting}. posiedzenie, 1. dzień - {speaker}
</title>
</head>
<body>
<blockquote>
<h1>10. kadencja,  {sitting}. posiedzenie, 1. dzień ({day})
</h1>
<p class="punkt-tytul">{title}
</p>

<h2 class="mowca">{speaker}</h2>
{words}{extra}<br>
<a class="przebieg" href="0#001">Przebieg posiedzenia</a>
</blockquote>
</body>
</html>
"""
    return page.replace("\n", "\r\n").encode()
