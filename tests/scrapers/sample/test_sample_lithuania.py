"""How the Seimas's answers are written. The people, votes and bills of these tables are invented."""

import pytest

from db.records import Expectation, Sitting, Tally, Vote
from scrapers.pages import Answer, reader_of
from scrapers.sample import _content_type, _encode, lithuania

TABLES = {
    "votes": [
        {
            "id": "-1",
            "sitting": "-2",
            "number": "7",
            "day": "2011-03-24",
            "kind": "rytinis",
            "term": "6",
            "question": "dėl pritarimo po pateikimo",
            "clock": "12:42:09",
            "outcome": "nepritarta",
        }
    ],
    "items": [
        {
            "vote": "-1",
            "question": "-3",
            "title": 'NUTARIMO "Dėl mėlynos & žalios" PROJEKTAS (Nr. XIP-17(2))',
            "stage": "pateikimas",
        }
    ],
    "ballots": [
        {
            "vote": "-1",
            "member": str(number),
            "name": f"{number:03} Member",
            "faction": "BLUE",
            "cross": cross,
        }
        for number, cross in enumerate(("Už", "Prieš", "Prieš", "Susil.", ""), 1)
    ],
}


@pytest.fixture
def read(monkeypatch):
    monkeypatch.setattr(lithuania, "rows", lambda _, table: TABLES[table])
    ((url, content),) = lithuania.answers()
    answer = Answer(url=url, body=_encode(content), content_type=_content_type(content))
    return {type(record): record for record in reader_of(url)[1].read(answer)}


def test_the_tally_is_counted_from_the_ballots(read):
    assert read[Vote].declared == Tally(yes=1, no=2, abstain=1)


def test_every_ballot_is_in_its_column(read):
    assert [ballot.label for ballot in read[Vote].ballots] == ["Už", "Prieš", "Prieš", "Susil.", ""]


def test_a_title_is_written_with_its_quotation_marks(read):
    assert read[Vote].title == TABLES["items"][0]["title"]


def test_the_words_of_the_vote_are_those_of_the_table(read):
    vote = read[Vote]
    assert (vote.question, vote.outcome_label) == ("dėl pritarimo po pateikimo", "nepritarta")
    assert vote.time.isoformat() == "2011-03-24T12:42:09+02:00"


def test_the_sitting_is_the_one_of_the_table(read):
    assert (read[Sitting].key, read[Sitting].number) == ("lt-seimas--2", 7)


def test_as_many_ballots_are_expected_as_the_table_has(read):
    assert read[Expectation].expected == 5


def test_the_answer_is_in_the_encoding_of_the_old_site(read):
    assert read
    assert _content_type(b"") == "text/html; charset=windows-1257"
