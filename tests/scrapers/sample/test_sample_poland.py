"""How the Sejm's answers are written. The people and votes of these tables are invented."""

import pytest

from db.records import Person, Vote
from scrapers.pages import Answer, reader_of
from scrapers.sample import _encode, poland

TABLES = {
    "members": [
        {
            "id": number,
            "firstName": "Member",
            "secondName": second,
            "lastName": f"{int(number):03}",
            "active": active,
            "club": "Blue",
            "birthDate": "1970-01-02",
            "districtNum": "1",
            "districtName": "Nowhere",
        }
        for number, second, active in (("1", "Second", "true"), ("2", "", "true"), ("17", "", "false"))
    ],
    "clubs": [{"id": "Blue", "name": "Club Blue", "membersCount": "2"}],
    "sittings": [
        {"number": "3", "title": "3. Posiedzenie", "dates": "2025-01-03 2025-01-04", "current": "false"}
    ],
    "votes": [
        {
            "sitting": "3",
            "votingNumber": number,
            "sittingDay": "1",
            "date": "2025-01-03T23:59:58",
            "kind": "ELECTRONIC",
            "majorityType": "SIMPLE_MAJORITY",
            "majorityVotes": "1",
            "title": "Pkt. 1 Sprawozdanie Komisji (druki nr 1 i 2)",
            "topic": "poprawka 1",
            "description": "",
        }
        for number in ("1", "2")
    ],
    "ballots": [
        {"sitting": "3", "votingNumber": vote, "MP": number, "club": club, "vote": label}
        for vote, number, club, label in (
            ("1", "17", "Green", "YES"),
            ("1", "1", "Blue", "ABSTAIN"),
            ("1", "2", "Blue", "ABSENT"),
            ("2", "1", "Blue", "NO"),
        )
    ],
}


@pytest.fixture
def answers(monkeypatch):
    monkeypatch.setattr(poland, "rows", lambda parliament, table: TABLES[table])
    return dict(poland.answers())


@pytest.fixture
def vote(answers):
    return answers[f"{poland.API}/votings/3/1"]


def test_there_is_an_answer_for_each_list_and_each_vote(answers):
    assert [url.removeprefix(poland.API) for url in answers] == [
        "/MP",
        "/clubs",
        "/proceedings",
        "/votings/3/1",
        "/votings/3/2",
    ]


def test_totals_are_counted_from_the_ballots(vote):
    names = ("yes", "no", "abstain", "present", "notParticipating", "totalVoted")
    assert [vote[name] for name in names] == [1, 0, 1, 0, 1, 2]


def test_those_present_at_a_quorum_check_took_part():
    ballots = [{"vote": "PRESENT"}, {"vote": "PRESENT"}, {"vote": "ABSENT"}]
    totals = poland._totals(ballots)
    assert (totals["present"], totals["totalVoted"], totals["notParticipating"]) == (2, 2, 1)


def test_a_vote_has_its_own_ballots_in_the_order_of_the_table(vote):
    assert [ballot["MP"] for ballot in vote["votes"]] == [17, 1, 2]


def test_a_ballot_carries_the_club_at_that_vote_and_not_the_latest(vote):
    assert vote["votes"][0]["club"] == "Green"


def test_names_of_ballots_are_those_of_the_members(vote):
    assert vote["votes"][0]["lastName"] == "017"


def test_a_second_name_is_written_only_where_there_is_one(answers):
    assert [member.get("secondName") for member in answers[f"{poland.API}/MP"]] == ["Second", None, None]


def test_a_member_who_left_is_not_active(answers):
    assert [member["active"] for member in answers[f"{poland.API}/MP"]] == [True, True, False]


def test_what_a_vote_lacks_is_not_written(vote):
    assert "topic" in vote
    assert "description" not in vote


def test_the_days_of_a_sitting_become_a_list(answers):
    assert answers[f"{poland.API}/proceedings"][0]["dates"] == ["2025-01-03", "2025-01-04"]


def test_the_time_stays_warsaws_wall_clock(vote):
    assert vote["date"] == "2025-01-03T23:59:58"


def test_a_ballot_of_an_unknown_member_is_an_error(answers, monkeypatch):
    monkeypatch.setitem(TABLES, "ballots", [{**TABLES["ballots"][0], "MP": "999"}])
    with pytest.raises(KeyError, match="999"):
        dict(poland.answers())


@pytest.mark.parametrize(("path", "kind"), [("/MP", Person), ("/votings/3/1", Vote), ("/votings/3/2", Vote)])
def test_the_real_page_reads_what_is_written(answers, path, kind):
    url = poland.API + path
    body = _encode(answers[url])
    records = reader_of(url)[1].read(Answer(url=url, body=body, content_type="application/json"))
    assert {type(record) for record in records} == {kind}
