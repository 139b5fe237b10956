"""How the Riigikogu's answers are written. The people, votes and bills of these tables are invented."""

import datetime as dt

import pytest

from db.records import Bill, Debate, Document, Person, Vote, count
from scrapers.pages import Answer, PageError, reader_of
from scrapers.sample import _content_type, _encode, estonia

SITTING = "Täiskogu korraline istung kolmapäev, 8.01.2025 14:00"


def uuid(number):
    return f"{number:08}-0000-4000-8000-000000000000"


TABLES = {
    "factions": [
        {"key": "BLUE", "uuid": uuid(1), "name": "Blue & White fraktsioon"},
        {"key": "-", "uuid": uuid(2), "name": "Fraktsiooni mittekuuluvad"},
    ],
    "members": [
        {
            "uuid": uuid(1000 + number),
            "firstName": "Member",
            "lastName": f"{number:03}",
            "dateOfBirth": "1970-01-02",
            "startDate": "2023-04-01",
        }
        for number in (1, 2, 3, 4)
    ],
    "spells": [
        {"member": uuid(1001), "faction": "BLUE", "startDate": "2023-04-11", "endDate": ""},
        {"member": uuid(1001), "faction": "-", "startDate": "2023-04-01", "endDate": "2023-04-11"},
        *(
            {"member": uuid(number), "faction": "-", "startDate": "2023-04-01", "endDate": ""}
            for number in (1002, 1003, 1004)
        ),
    ],
    "votes": [
        {
            "uuid": uuid(7),
            "title": "Hääletustulemused 08.01.2025 / 15:04",
            "sitting": SITTING,
            "chair": "Member 001",
            "draft": uuid(5),
            "mark": "11",
            "name": "Ei millegi seadus",
            "slug": "ei-millegi-seadus",
            "what": "1. muudatusettepanek",
            "stage": "Kolmas lugemine",
        }
    ],
    "ballots": [
        {"member": uuid(1001), "faction": "BLUE", "label": "Poolt"},
        {"member": uuid(1002), "faction": "-", "label": "Vastu"},
        {"member": uuid(1003), "faction": "-", "label": "Ei hääletanud"},
        {"member": uuid(1004), "faction": "-", "label": "Puudub"},
    ],
    "drafts": [
        {
            "uuid": uuid(5),
            "title": "Ei millegi seadus",
            "mark": "11",
            "membership": "15",
            "draftTypeCode": "SE",
            "activeDraftStage": "VASTU_VOETUD",
            "activeDraftStatus": "AVALDATUD_RIIGITEATAJAS",
            "initiated": "2025-01-06",
            "accepted": "2025-01-08",
            "initiator": "Member 001",
        }
    ],
    "events": [
        {
            "readingCode": reading,
            "date": date,
            "kind": kind,
            "status": status,
            "sittingTitle": title,
            "decisionCode": decision,
        }
        for reading, date, kind, status, title, decision in (
            ("INITIATION", "2025-01-06T15:26:00.63", "status", "ALGATATUD", "", ""),
            ("FIRST_READING", "2025-01-07T11:00:00", "committee", "", "Komisjoni istung", ""),
            ("FIRST_READING", "2025-01-07T14:00:00", "plenary", "", SITTING.replace("8.01", "7.01"), "X"),
            ("SECOND_READING", "2025-01-08T14:00:00", "plenary", "", SITTING, "VASTU_VOETUD"),
        )
    ],
    "decisions": [{"date": "2025-01-07T11:00:00", "code": "MUU_OTSUS", "value": "Muu otsus"}],
    "votings": [
        {
            "date": "2025-01-08T14:00:00",
            "uuid": uuid(8),
            "type.code": "AVALIK",
            "type.value": "Avalik",
            "description": "Lõpphääletus",
            "startDateTime": "2025-01-08T15:04:34.79",
        }
    ],
    "texts": [
        {
            "readingCode": "INITIATION",
            "document": "Algtekst",
            "uuid": uuid(9),
            "fileName": "11_SE.docx",
            "fileTitle": "Eelnõu",
            "accessRestrictionType": "PUBLIC",
            "created": "2025-01-06T15:26:26.7",
        }
    ],
    "debates": [
        {
            "sitting": "202501081400",
            "membership": "15",
            "plenarySession": "5",
            "date": "2025-01-08T12:00:00.000+00:00",
            "title": "XV Riigikogu, V istungjärk, täiskogu istung",
            "item.uuid": uuid(6),
            "item.date": "2025-01-08T14:10:00.000+00:00",
            "item.title": "<p>Ei millegi seaduse eelnõu (11 SE) teine lugemine</p>",
        }
    ],
    "turns": [
        {"sitting": sitting, "date": f"2025-01-08T14:{minute}:00.000+00:00", **event}
        for sitting, minute, event in (
            (
                "202501081400",
                10,
                {"type": "SPEECH", "speaker": "Esimees Member 001", "uuid": uuid(1001), "link": ""},
            ),
            ("202501081400", 11, {"type": "SPEECH", "speaker": "Member 002", "uuid": "", "link": ""}),
            (
                "202501081400",
                12,
                {
                    "type": "VOTING_EVENT",
                    "speaker": "",
                    "uuid": "",
                    "link": f"{estonia.VOTE}/{uuid(8)}/",
                },
            ),
            ("202506041400", 13, {"type": "SPEECH", "speaker": "Member 003", "uuid": "", "link": ""}),
        )
    ],
}  # fmt: skip
MONTH = f"{estonia.API}/steno/verbatims?startDate=2025-01-01&endDate=2025-01-31"
VOTE = f"{estonia.VOTE}/{uuid(7)}/"
DRAFT = f"{estonia.API}/volumes/drafts/{uuid(5)}"
MEMBERS = f"{estonia.API}/plenary-members"


@pytest.fixture
def answers(monkeypatch):
    monkeypatch.setattr(estonia, "rows", lambda parliament, table: TABLES[table])
    monkeypatch.setattr(estonia, "MONTHS", {"202501081400": MONTH.partition("?")[2]})
    return dict(estonia.answers())


def read(answers, url, kind):
    content = answers[url]
    answer = Answer(url=url, body=_encode(content), content_type=_content_type(content))
    return [record for record in reader_of(url)[1].read(answer) if isinstance(record, kind)]


def test_there_is_an_answer_for_the_members_each_bill_each_debate_and_each_vote(answers):
    assert list(answers) == [MEMBERS, DRAFT, MONTH, VOTE]


def test_a_member_has_their_seat_and_factions(answers):
    member = read(answers, MEMBERS, Person)[0]
    assert [(place.faction, str(place.start), place.is_active) for place in member.memberships] == [
        (None, "2023-04-01", True),
        ("Fraktsiooni mittekuuluvad", "2023-04-01", False),
        ("Blue & White fraktsioon", "2023-04-11", True),
    ]


def test_the_vote_is_the_page_of_the_public_site(answers):
    assert _content_type(answers[VOTE]) == "text/html; charset=utf-8"
    (vote,) = read(answers, VOTE, Vote)
    assert (vote.bill, vote.question, str(vote.time)) == (
        "ee-riigikogu-15-11",
        "1. muudatusettepanek",
        "2025-01-08 15:04:00+02:00",
    )


def test_totals_are_counted_from_the_ballots(answers):
    (vote,) = read(answers, VOTE, Vote)
    tally = count(vote.ballots)
    assert vote.declared == tally
    assert (tally.yes, tally.no, tally.abstain, tally.present_not_voting, tally.absent) == (1, 1, 0, 1, 1)


def test_names_are_written_so_that_html_reads_them(answers):
    (vote,) = read(answers, VOTE, Vote)
    assert vote.ballots[0].faction == "Blue & White fraktsioon"


def test_a_bill_has_its_steps_in_their_shapes(answers):
    (bill,) = read(answers, DRAFT, Bill)
    assert [(stage.kind, stage.decision) for stage in bill.stages] == [
        ("submission", None),
        ("committee", "Muu otsus"),
        ("first reading", "X"),
        ("second reading", "VASTU_VOETUD"),
        ("final vote", None),
    ]


def test_a_bill_has_its_files(answers):
    assert [paper.title for paper in read(answers, DRAFT, Document)] == ["Algtekst: Eelnõu"]


def test_a_turn_has_its_speaker_and_time_and_no_words(answers):
    (debate,) = read(answers, MONTH, Debate)
    assert [(s.speaker, s.capacity, s.text, s.language) for s in debate.speeches] == [
        ("Esimees Member 001", "chair", None, None),
        ("Member 002", "member", None, None),
    ]
    assert debate.speeches[0].start == dt.datetime(2025, 1, 8, 12, 10, tzinfo=dt.UTC)


def test_an_item_has_its_bill_and_its_vote(answers):
    (item,) = read(answers, MONTH, Debate)[0].items
    assert (item.bills, item.votes) == (("ee-riigikogu-15-11",), (f"ee-riigikogu-{uuid(8)}",))


def test_a_ballot_of_an_unknown_member_is_an_error(answers, monkeypatch):
    monkeypatch.setitem(TABLES, "ballots", [{**TABLES["ballots"][0], "member": uuid(999)}])
    with pytest.raises(KeyError, match="00000999"):
        dict(estonia.answers())


def test_a_sitting_of_no_known_month_is_an_error(answers, monkeypatch):
    monkeypatch.setattr(estonia, "MONTHS", {})
    with pytest.raises(KeyError, match="202501081400"):
        dict(estonia.answers())


def test_an_unknown_label_is_refused_by_the_real_page(answers, monkeypatch):
    monkeypatch.setitem(TABLES, "ballots", [{**TABLES["ballots"][0], "label": "Kaasa"}])
    with pytest.raises(PageError, match="Kaasa"):
        read(dict(estonia.answers()), VOTE, Vote)
