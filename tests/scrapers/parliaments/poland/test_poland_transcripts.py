import datetime as dt

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from poland_answers import CHAIR_ROW, DAY_PATH, a_sitting_day, a_statement, answer, problem, read

from db.records import Debate, Expectation
from scrapers.cli import main


def the_debate(*statements, **changes):
    debate, *_ = read(DAY_PATH, a_sitting_day(*statements, **changes))
    return debate


def the_speech(**changes):
    (speech,) = the_debate(a_statement(**changes)).speeches
    return speech


def utc(moment):
    return moment and moment.astimezone(dt.UTC).strftime("%d %H:%M")


def test_a_turn_goes_by_its_sitting_day_and_number_since_numbers_begin_anew_every_day():
    speech = the_speech(number=7)
    assert speech.key == "pl-sejm-10-3-2025-01-10-7"
    assert speech.url.endswith("/proceedings/3/2025-01-10/transcripts/7")


def test_number_0_is_the_chair_for_the_whole_day_and_no_turn():
    assert [speech.key[-1] for speech in the_debate(a_statement(1), a_statement(2)).speeches] == ["1", "2"]


def test_turns_of_later_days_have_later_places():
    early = the_debate(a_statement(9)).speeches[0]
    content = a_sitting_day(a_statement(1), date="2025-01-11")
    late = read(DAY_PATH.replace("-10", "-11"), content)[0].speeches[0]
    assert early.position < late.position


def test_a_deputy_is_identified_by_the_official_number_and_printed_with_the_function():
    speech = the_speech(name="Member Second Seventeen", memberID=17)
    assert (speech.person.scheme, speech.person.identifier) == ("pl-sejm-10", "17")
    assert (speech.family_name, speech.given_name) == ("Seventeen", "Member Second")
    assert speech.speaker == "Poseł Member Second Seventeen"


def test_number_0_of_a_speaker_is_nobodys_number():
    speech = the_speech(memberID=0, function="Minister Niczego")
    assert (speech.person, speech.capacity, speech.family_name) == (None, "minister", "001")


def test_a_minister_who_is_also_a_deputy_has_a_deputys_number():
    speech = the_speech(memberID=17, function="Minister Niczego")
    assert (speech.capacity, speech.office) == ("minister", "Minister Niczego")
    assert speech.person.identifier == "17"


def test_two_people_of_one_name_are_told_apart_by_their_numbers():
    debate = the_debate(
        a_statement(1, name="Member One", memberID=5), a_statement(2, name="Member One", memberID=6)
    )
    assert [speech.person.identifier for speech in debate.speeches] == ["5", "6"]


def test_a_speaker_without_a_name_is_stored_as_nobody():
    speech = the_speech(name="", memberID=17)
    assert (speech.speaker, speech.person, speech.family_name) == ("Poseł", None, None)


def test_a_skeleton_has_no_words_yet_and_of_no_language():
    assert (the_speech().text, the_speech().language) == (None, None)


@pytest.mark.parametrize(("day", "hour"), [("2025-01-10", "09:01"), ("2025-06-25", "08:01")])
def test_moments_are_the_wall_clock_of_warsaw(day, hour):
    moments = {"startDateTime": f"{day}T10:01:00", "endDateTime": f"{day}T10:02:00"}
    content = {"date": day, "proceedingNum": 3, "statements": [a_statement(**moments)]}
    debate, *_ = read(DAY_PATH.replace("2025-01-10", day), content)
    assert utc(debate.speeches[0].start)[3:] == hour


def test_a_turn_after_midnight_lies_on_the_next_day_though_the_source_keeps_the_date():
    speech = the_speech(startDateTime="2025-01-10T00:10:00", endDateTime="2025-01-10T00:20:00")
    assert (speech.date, utc(speech.start), utc(speech.end)) == (dt.date(2025, 1, 10), "10 23:10", "10 23:20")


def test_a_turn_that_ends_after_midnight_ends_on_the_next_day():
    speech = the_speech(startDateTime="2025-01-10T23:50:00", endDateTime="2025-01-10T00:20:00")
    assert (utc(speech.start), utc(speech.end)) == ("10 22:50", "10 23:20")


def test_an_end_before_the_beginning_is_no_end():
    speech = the_speech(startDateTime="2025-01-10T12:00:00", endDateTime="2025-01-10T11:00:00")
    assert (utc(speech.start), speech.end) == ("10 11:00", None)


def test_a_time_that_goes_backwards_between_turns_does_not_change_their_order():
    later, earlier = a_statement(1, startDateTime="2025-01-10T12:00:00"), a_statement(2)
    assert [speech.key[-1] for speech in the_debate(later, earlier).speeches] == ["1", "2"]


def test_a_speech_handed_in_in_writing_has_no_moments():
    speech = the_speech(unspoken=True, startDateTime=None, endDateTime=None)
    assert (speech.start, speech.end, speech.is_unspoken) == (None, None, True)


def test_a_speech_that_was_held_is_told_apart_from_one_of_which_the_source_says_nothing():
    assert the_speech(unspoken=False).is_unspoken is False
    assert the_speech(unspoken=None).is_unspoken is None


def test_a_sitting_with_turns_is_expected_to_have_a_transcript():
    expected = [
        found for found in read(DAY_PATH, a_sitting_day(a_statement())) if isinstance(found, Expectation)
    ]
    assert [(found.subject, found.what, found.expected) for found in expected] == [
        ("pl-sejm-10-3", "transcripts", 1)
    ]


def test_a_day_with_the_chair_alone_has_no_turns_and_nothing_is_expected():
    (debate,) = read(DAY_PATH, a_sitting_day())
    assert isinstance(debate, Debate)
    assert debate.speeches == ()


def test_a_day_without_anybody_is_a_named_error():
    assert problem(DAY_PATH, a_sitting_day(statements=[])).element == "$.statements"


def test_a_number_that_stands_twice_is_a_named_error():
    assert "number 1 stands 2 times" in problem(DAY_PATH, a_sitting_day(a_statement(), a_statement())).problem


@pytest.mark.parametrize(("element", "value"), [("proceedingNum", 4), ("date", "2025-01-11")])
def test_another_day_than_was_asked_for_is_a_named_error(element, value):
    assert problem(DAY_PATH, a_sitting_day(**{element: value})).element == f"$.{element}"


def test_a_moment_in_another_form_is_a_named_error():
    wrong = a_sitting_day(a_statement(startDateTime="10.01.2025 10:00"))
    assert problem(DAY_PATH, wrong).element == "$.statements[1].startDateTime"


def test_an_empty_answer_and_an_html_page_are_named_errors():
    assert problem(DAY_PATH, b"").element == "body"
    assert "Request Rejected" in problem(DAY_PATH, b"<html><title>Request Rejected</title></html>").problem


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_day_that_was_cut_in_the_middle_is_refused_by_name_and_by_the_exit_code(share, tmp_path):
    whole = answer(DAY_PATH, a_sitting_day(a_statement(), a_statement(2)))
    file = tmp_path / "transcripts.json"
    file.write_bytes(whole.body[: int(len(whole.body) * share)])
    result = CliRunner().invoke(main, ["parse", str(file), "--url", whole.url])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "body" in result.stderr


@given(st.integers(0, 23), st.integers(0, 23))
def test_no_turn_ever_ends_before_it_begins(start, end):
    speech = the_speech(
        startDateTime=f"2025-01-10T{start:02}:00:00", endDateTime=f"2025-01-10T{end:02}:00:00"
    )
    assert speech.end is None or speech.start <= speech.end
    assert speech.start.replace(tzinfo=None) >= dt.datetime.fromisoformat(CHAIR_ROW["startDateTime"])
