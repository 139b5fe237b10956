"""How a page of the old site of the Seimas is written. The people and votes of these tables are invented."""

import pytest

from db.records import Vote, count
from scrapers.pages import Answer
from scrapers.parliaments.lithuania import PARLIAMENT
from scrapers.sample import lithuania

TABLES = {
    "votes": [
        {
            "vote": "-7",
            "sitting": "-70",
            "number": "12",
            "day": "2010-03-04",
            "kind": "rytinis",
            "question": "dėl pritarimo po pateikimo",
            "clock": "10:11:12",
            "outcome": "pritarta",
        }
    ],
    "items": [
        {
            "vote": "-7",
            "question": "-700",
            "title": "Nieko įstatymo & kito projektas (Nr. XIP-11)",
            "stage": "pateikimas",
        }
    ],
    "ballots": [
        {
            "vote": "-7",
            "member": str(number),
            "term": "6",
            "family": f"{number:03}",
            "given": "Member",
            **cast,
        }
        for number, cast in enumerate(
            (
                {"faction": "BLUE", "label": "Už"},
                {"faction": "BLUE", "label": "Susil."},
                {"faction": "", "label": ""},
            ),
            1,
        )
    ],
}


@pytest.fixture
def page(monkeypatch):
    monkeypatch.setattr(lithuania, "rows", lambda _, table: TABLES[table])
    ((url, body),) = lithuania.answers()
    return Answer(url=url, body=body)


@pytest.fixture
def vote(page):
    found = PARLIAMENT.page_for(page.url).read(page)
    return next(record for record in found if isinstance(record, Vote))


def test_the_page_is_in_the_encoding_of_the_old_site(page):
    assert "Už" in page.body.decode("windows-1257")


def test_the_totals_are_those_of_the_ballots(vote):
    assert (vote.declared.yes, vote.declared.no, vote.declared.abstain) == (1, 0, 1)
    assert count(vote.ballots).yes == 1


def test_a_member_who_cast_no_ballot_is_not_made_absent(vote):
    assert [ballot.option for ballot in vote.ballots] == ["yes", "abstain", "not_recorded"]


def test_signs_of_the_language_of_pages_are_written_as_text(vote):
    assert "Nieko įstatymo & kito projektas" in vote.title
