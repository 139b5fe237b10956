import datetime as dt

import pytest
from invented_house import MOMENT, ballot, vote

from db.corrections import corrections

LATER = "2025-02-09T10:00:00.000+00:00"


@pytest.fixture
def corrected(house):
    house.says(vote(ballot(1), title="On boats"))
    house.says(vote(ballot(1), title="On ships"), at=LATER)
    return house


def test_a_correction_has_both_values_and_when_the_new_one_was_seen(corrected):
    (found,) = corrections(corrected.db)
    assert (found.table_name, found.row_key, found.column_name) == ("votes", "zz-house-1-1", "title")
    assert (found.old_value, found.new_value, found.seen_at) == ("On boats", "On ships", LATER)


def test_a_correction_leads_to_both_answers(corrected):
    (found,) = corrections(corrected.db)
    assert found.old_fetched_at == MOMENT
    assert found.old_sha256 is not None
    assert found.new_sha256 is not None


def test_what_is_new_is_no_correction(house):
    house.says(vote(ballot(1)))
    assert list(corrections(house.db)) == []


def test_corrections_can_be_asked_for_since_a_day(corrected):
    assert len(list(corrections(corrected.db, dt.date(2025, 2, 9)))) == 1
    assert list(corrections(corrected.db, dt.date(2025, 2, 10))) == []


def test_what_the_dossier_corrects_has_its_source_and_no_answer(house):
    house.says(vote(title="On boats"), origin="dossier")
    house.says(vote(title="On ships"), origin="dossier", at=LATER)
    (found,) = corrections(house.db)
    assert (found.source_url, found.new_sha256, found.old_sha256) == (
        "https://house.example/answer",
        None,
        None,
    )
