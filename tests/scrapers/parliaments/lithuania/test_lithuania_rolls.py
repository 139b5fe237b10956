"""The ballots of a vote of an invented Seimas, and the events that lead to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_seimas import (
    BALLOTS,
    answer,
    ballot,
    envelope,
    error_of,
    event,
    events,
    heading,
    only,
    read,
    roll,
    totals,
)

from db.records import Expectation, Roll, Tally
from scrapers.pages import Answer, PageError
from scrapers.parliaments.lithuania import ROLL
from scrapers.parliaments.lithuania.ballots import LEFT_OPEN
from scrapers.parliaments.lithuania.rolls import open_votes

BLANKS = tuple(ballot(number, "") for number in range(1, 6))
NOBODY = totals(0, 0, 0, 0)


def roll_of(given):
    return only(Roll, read(given))


def test_every_member_has_a_ballot_in_the_words_of_the_source():
    assert [(b.identifier, b.option, b.label, b.basis) for b in roll_of(roll()).ballots] == [
        ("1", "yes", "Už", "stated"),
        ("2", "yes", "Už", "stated"),
        ("3", "no", "Prieš", "stated"),
        ("4", "abstain", "Susilaikė", "stated"),
        ("5", "not_recorded", "", "derived"),
    ]


def test_an_empty_ballot_is_neither_an_absence_nor_a_presence():
    found = roll_of(roll()).ballots[-1]
    assert (found.option, found.rule) == ("not_recorded", LEFT_OPEN)


def test_a_ballot_has_the_faction_of_its_moment_and_the_speaker_none():
    assert [found.faction for found in roll_of(roll()).ballots] == ["BLUE", "BLUE", "GREEN", "GREEN", None]


def test_a_roll_has_the_tally_of_its_ballots():
    assert roll_of(roll()).declared == Tally(yes=2, no=1, abstain=1)


def test_a_roll_names_its_vote_and_the_scheme_of_its_identifiers():
    found = roll_of(roll())
    assert (found.key, found.chamber, found.scheme) == ("lt-seimas--60001", "lt-seimas", "lt-seimas")


@pytest.mark.parametrize("seated", [137, 140, 141])
def test_viso_is_137_to_141_and_as_many_ballots_are_expected_as_it_says(seated):
    found = roll(totals(2, 1, 1, 4, seated), *BALLOTS)
    assert only(Expectation, read(found)).expected == seated


def test_a_consensus_vote_with_140_empty_ballots_has_no_ballots_and_no_figures():
    found = roll_of(roll(heading("Pritarta bendru sutarimu"), NOBODY, *BLANKS))
    assert (found.ballots_status, found.ballots, found.declared) == ("consensus", (), Tally())


def test_a_secret_ballot_without_rows_is_secret():
    found = roll_of(roll(heading("Uždaras"), NOBODY))
    assert (found.ballots_status, found.ballots) == ("secret", ())


@pytest.mark.parametrize("kind", ["Atviras", "Alternatyvus balsavimas", ""])
def test_an_open_vote_without_a_single_ballot_is_not_published(kind):
    assert roll_of(roll(heading(kind), NOBODY, *BLANKS)).ballots_status == "not_published"


def test_recent_answers_without_a_heading_are_read_too():
    assert roll_of(roll(NOBODY, *BLANKS)).ballots_status == "not_published"


def test_a_vote_without_even_totals_is_not_published():
    found = roll_of(roll(*BLANKS))
    assert (found.ballots_status, found.declared) == ("not_published", Tally())


def test_totals_that_are_empty_are_unknown_and_not_nought():
    assert roll_of(roll(totals("", "", "", ""), *BLANKS)).declared == Tally()


def test_no_ballots_are_expected_of_a_vote_without_any():
    assert [type(record) for record in read(roll(NOBODY, *BLANKS))] == [Roll]


def test_an_unknown_label_is_a_named_error():
    error = error_of(roll(totals(1, 0, 0, 1), ballot(1, "Nedalyvavo")))
    assert (error.element, error.problem) == (
        "IndividualusBalsavimoRezultatas/@kaip_balsavo",
        "unknown label 'Nedalyvavo'",
    )


def test_an_unknown_type_of_vote_is_a_named_error():
    assert error_of(roll(heading("Kitoks"), NOBODY)).element == "balsavimo_tipas"


def test_the_comment_on_every_vote_says_nothing():
    with_comment = totals(2, 1, 1, 4)
    without = with_comment.replace("Rezultatai neatitinka protokole įrašytų", "")
    assert roll_of(roll(with_comment, *BALLOTS)) == roll_of(roll(without, *BALLOTS))


def test_a_removed_ballot_is_a_named_error():
    assert error_of(roll(totals(2, 1, 1, 4), *BALLOTS[1:])).element == "tally"


def test_a_tally_that_is_not_the_sum_of_those_who_voted_is_a_named_error():
    assert error_of(roll(totals(2, 1, 1, 5), *BALLOTS)).element == "tally"


def test_a_member_with_two_ballots_is_a_named_error():
    assert "member 1" in error_of(roll(totals(2, 1, 1, 4), *BALLOTS, BALLOTS[0])).problem


def test_another_vote_than_the_one_asked_for_is_a_named_error():
    assert error_of(roll(vote_id="-60002")).element == "balsavimo_id"


def test_an_altered_answer_is_reported_by_the_names_of_its_shape():
    renamed = BALLOTS[0].replace("kaip_balsavo", "balsas")
    problem = error_of(roll(totals(2, 1, 1, 4), renamed, *BALLOTS[1:])).problem
    assert "missing IndividualusBalsavimoRezultatas/@kaip_balsavo" in problem
    assert "unknown IndividualusBalsavimoRezultatas/@balsas" in problem


def test_suformavimo_laikas_changing_changes_nothing():
    url = "ad_sp_balsavimo_rezultatai?balsavimo_id=-60001"
    body = roll().body.decode()
    later = answer(url, body.replace("2026-10-01 10:00:00", "2026-10-01 10:00:07"))
    assert later.body != roll().body
    assert read(later) == read(roll())


def test_html_where_xml_was_promised_is_a_named_error():
    page = "<html><head><title>Klaida</title></head></html>"
    assert error_of(answer("ad_sp_balsavimo_rezultatai?balsavimo_id=-60001", page)).element == "root"


def test_an_entity_is_not_fetched_from_anywhere(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("Už")
    doctype = f'<!DOCTYPE SeimoInformacija [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    body = roll().body.decode().replace("?>", f"?>{doctype}", 1).replace("BLUE", "&e;", 1)
    with pytest.raises(PageError):
        read(answer("ad_sp_balsavimo_rezultatai?balsavimo_id=-60001", body))


def test_open_votes_are_followed_and_others_are_not():
    found = events(
        event("Kalba"),
        event("Balsavimas", -60001, "Atviras"),
        event("Balsavimas", -60002, "Uždaras"),
        event("Balsavimas", -60003, "Pritarta bendru sutarimu"),
        event("Balsavimas", -60004, "Alternatyvus balsavimas"),
    )
    assert open_votes(found) == ["-60001", "-60004"]


def test_votes_that_were_not_open_are_rolls_without_ballots():
    found = events(
        event("Balsavimas", -60001, "Atviras"),
        event("Balsavimas", -60002, "Uždaras"),
        event("Balsavimas", -60003, "Pritarta bendru sutarimu"),
    )
    assert [(r.key, r.method, r.ballots_status, r.ballots) for r in read(found)] == [
        ("lt-seimas--60002", "secret", "secret", ()),
        ("lt-seimas--60003", "consensus", "consensus", ()),
    ]


@pytest.mark.parametrize("clock", ["12:30", "12:30:01"])
def test_events_with_or_without_seconds_lead_to_their_votes(clock):
    told = event("Balsavimas", -60001, "Atviras").replace("12:30:01", clock)
    assert open_votes(events(told)) == ["-60001"]


def test_an_event_of_an_unknown_type_of_vote_is_a_named_error():
    assert error_of(events(event("Balsavimas", -60001, "Kitoks"))).problem == "unknown type of vote 'Kitoks'"


def test_a_question_without_events_leads_to_no_vote():
    assert open_votes(events()) == []


@given(st.binary(max_size=200))
def test_whatever_comes_instead_of_xml_ends_in_a_named_error(body):
    with pytest.raises(PageError):
        ROLL.read(
            Answer(url="https://apps.lrs.lt/sip/p2b.ad_sp_balsavimo_rezultatai?balsavimo_id=-1", body=body)
        )


@given(st.text(max_size=20))
def test_no_label_but_the_four_known_ones_is_ever_read(label):
    collapsed = " ".join(label.replace("\N{SOFT HYPHEN}", "").split())
    given_roll = roll(totals(1, 0, 0, 1), ballot(1, "Už"), ballot(2, "@"))
    body = given_roll.body.replace(b"@", "".join(f"&#{ord(c)};" for c in label).encode())
    if collapsed in {"", "Už", "Prieš", "Susilaikė"}:
        return
    with pytest.raises(PageError):
        ROLL.read(Answer(url=given_roll.url, body=body))


def test_the_answer_is_wrapped_as_most_services_wrap_it():
    assert error_of(answer("ad_sp_balsavimo_rezultatai?balsavimo_id=-1", envelope())).problem.startswith(
        "0 of them"
    )
