"""Terms, sessions and sittings of an invented Seimas."""

import datetime as dt
import itertools

import pytest
from invented_seimas import (
    answer,
    element,
    envelope,
    error_of,
    read,
    session,
    sessions,
    sitting,
    sittings,
)

from scrapers.parliaments.lithuania import PARLIAMENT, TERMS
from scrapers.parliaments.lithuania.calendar import Period, sessions_of, sittings_of

MAY, JUNE, JULY = (dt.date(2025, month, 1) for month in (5, 6, 7))


def terms(**changed):
    days = {term.key.rpartition("-")[2]: term.start for term in TERMS} | changed
    listed = (
        element("SeimoKadencija", kadencijos_id=number, data_nuo=day, data_iki="")
        for number, day in days.items()
    )
    return answer("ad_seimo_kadencijos", envelope(*listed))


def test_terms_that_begin_when_we_say_they_do_give_nothing_to_store():
    assert read(terms()) == ()


def test_a_term_that_begins_on_another_day_is_a_named_error():
    error = error_of(terms(**{"10": "2024-11-15"}))
    assert error.element == "SeimoKadencija 10, data_nuo"


def test_the_terms_follow_each_other_without_a_gap():
    for earlier, later in itertools.pairwise(TERMS):
        assert later.start - earlier.end == dt.timedelta(days=1)


def test_the_terms_are_numbered_as_the_source_numbers_them():
    assert PARLIAMENT.term_numbers == ("6", "7", "8", "9", "10")


def test_the_running_session_has_no_end():
    found = sessions_of(sessions(session(140, "2025-03-10", "2025-06-30"), session(146, "2026-08-01")))
    assert found == [
        Period(identifier="140", first=dt.date(2025, 3, 10), last=dt.date(2025, 6, 30)),
        Period(identifier="146", first=dt.date(2026, 8, 1), last=None),
    ]


def test_sessions_give_nothing_to_store():
    assert read(sessions(session(140, "2025-03-10"))) == ()


def test_a_term_without_sessions_is_a_named_error():
    assert error_of(sessions()).element == "SeimoKadencija/SeimoSesija"


def test_sessions_of_another_term_are_a_named_error():
    assert error_of(sessions(session(140, "2025-03-10"), term=9)).element == "kadencijos_id"


def test_a_sitting_has_its_number_kind_and_day():
    (found,) = read(sittings(sitting(-502100, 41, "2025-05-08 10:00", "2025-05-08 13:30")))
    assert (found.key, found.term, found.number) == ("lt-seimas--502100", "lt-seimas-10", 41)
    assert (found.title, found.dates) == ("rytinis", (dt.date(2025, 5, 8),))


def test_non_chronological_sitting_ids_are_kept_as_they_are():
    found = sittings_of(
        sittings(sitting(-502013, 17, "2025-01-13 14:00"), sitting(-502012, 18, "2025-01-14 10:00"))
    )
    assert [(period.identifier, period.first.day) for period in found] == [("-502013", 13), ("-502012", 14)]


def test_a_sitting_of_an_unknown_day_has_the_term_of_its_session():
    found = read(sittings(sitting(-1, 1, ""), sitting(-2, 2, "2025-05-08 10:00")))
    assert (found[0].term, found[0].dates) == ("lt-seimas-10", ())


def test_sittings_without_any_day_are_a_named_error():
    assert error_of(sittings(sitting(-1, 1, ""))).element == "SeimoPosėdis/@pradžia"


def test_a_session_that_has_not_sat_yet_gives_no_sittings():
    assert read(sittings()) == ()


def test_sittings_of_another_session_are_a_named_error():
    assert error_of(sittings(session_id=141)).element == "sesijos_id"


def test_an_altered_answer_has_every_difference_of_its_shape_reported_by_name():
    altered = sitting(-1, 1, "2025-05-08 10:00").replace("numeris=", "number=").replace("tipas=", "type=")
    error = error_of(sittings(altered))
    assert error.element == "shape"
    for name in (
        "missing SeimoPosėdis/@numeris",
        "missing SeimoPosėdis/@tipas",
        "unknown SeimoPosėdis/@number",
    ):
        assert name in error.problem


def test_a_new_name_beside_the_known_ones_is_no_error():
    assert len(read(sittings(sitting(-1, 1, "2025-05-08 10:00").replace("tipas=", 'salė="1" tipas=')))) == 1


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (MAY, JULY, True),
        (JUNE, JUNE, True),
        (None, None, True),
        (JULY, None, False),
        (None, MAY, False),
        (MAY, None, True),
    ],
)
def test_whether_a_session_met_between_two_days(first, last, expected):
    period = Period(identifier="1", first=dt.date(2025, 5, 15), last=dt.date(2025, 6, 15))
    assert period.meets(first, last) is expected


def test_a_session_of_unknown_days_may_have_met_at_any_time():
    assert Period(identifier="1", first=None, last=None).meets(MAY, JUNE)
