"""Each invariant passes on a sound database, and finds exactly the one thing that was broken."""

import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from blank import blank_database
from hypothesis import example, given, settings
from hypothesis import strategies as st
from invented_house import MOMENT, ballot, bill, expectation, note, person, report, secret_vote, stage, vote

from db.checks import invariants, violations
from db.records import Option, Person, PersonId, Stage, Tally

VOTE = "zz-house-1-1"
BILL = "zz-house-bill-7"
REVISION = (
    "INSERT INTO revisions (table_name, row_key, column_name, old_value, new_value, seen_at)"
    f" VALUES ('bills', '{BILL}', 'title', '{{old}}', '{{new}}', '{MOMENT}')"
)
RUN = (
    "INSERT INTO runs (spider, mode, started_at, state)"
    f" VALUES ('elsewhere', 'live', '{MOMENT}', '{{state}}')"
)
KNOWN = {invariant.name: invariant for invariant in invariants()}

DAMAGE = [
    pytest.param(
        "annulled_votes_decide_nothing",
        [f"UPDATE votes SET is_annulled = 1 WHERE key = '{VOTE}'"],
        [(VOTE, "annulled is yes, but the outcome is passed")],
        id="an_annulled_vote_that_passed",
    ),
    pytest.param(
        "annulled_votes_decide_nothing",
        [f"UPDATE votes SET outcome = 'annulled' WHERE key = '{VOTE}'"],
        [(VOTE, "annulled is no, but the outcome is annulled")],
        id="a_standing_vote_called_annulled",
    ),
    pytest.param(
        "ballots_are_by_members",
        ["UPDATE memberships SET end_date = '2025-01-14' WHERE person_id = 1"],
        [
            (key, "Member 001 (zz-house-1) has a ballot of 2025-01-15 but held no seat that day")
            for key in (VOTE, "zz-house-1-3", "zz-house-1-4")
        ],
        id="a_ballot_after_the_seat_was_left",
    ),
    pytest.param(
        "ballots_are_by_members",
        [
            "UPDATE memberships SET start_date = NULL, term = 'zz-house-1' WHERE person_id = 3",
            "UPDATE terms SET end_date = '2024-12-31' WHERE key = 'zz-house-1'",
        ],
        [(VOTE, "Member 003 (zz-house-3) has a ballot of 2025-01-15 but held no seat that day")],
        id="a_ballot_after_the_term_of_the_seat",
    ),
    pytest.param(
        "ballots_are_by_members",
        [
            f"UPDATE memberships SET withdrawn_at = '{MOMENT}' WHERE person_id = 3",
            "UPDATE memberships SET person_id = 3, end_date = '2024-06-30' WHERE person_id = 2",
        ],
        [(VOTE, "Member 003 (zz-house-3) has a ballot of 2025-01-15 but held no seat that day")],
        id="a_ballot_covered_only_by_a_withdrawn_seat",
    ),
    pytest.param(
        "ballots_fit_the_seats",
        ["UPDATE chambers SET seats = 2 WHERE key = 'zz-house'"],
        [(VOTE, "3 ballots, but the chamber has 2 seats")],
        id="more_ballots_than_seats",
    ),
    pytest.param(
        "counted_is_the_sum_of_ballots",
        [f"UPDATE votes SET counted_yes = 3, counted_absent = 1 WHERE key = '{VOTE}'"],
        [
            (
                VOTE,
                "counted as 3 yes, 1 no, 0 abstain, 0 present, 1 absent; the ballots are 2, 1, 0, 0, 0",
            )
        ],
        id="a_count_that_is_no_sum",
    ),
    pytest.param(
        "counted_is_the_sum_of_ballots",
        [f"UPDATE vote_ballots SET withdrawn_at = '{MOMENT}' WHERE vote_id = 1 AND person_id = 1"],
        [
            (
                VOTE,
                "counted as 2 yes, 1 no, 0 abstain, 0 present, 0 absent; the ballots are 1, 1, 0, 0, 0",
            )
        ],
        id="a_withdrawn_ballot_that_is_counted",
    ),
    pytest.param(
        "dates_are_iso",
        ["UPDATE bills SET submitted_on = '15.1.2025'"],
        [(BILL, 'submitted_on is "15.1.2025"')],
        id="a_date_in_another_order",
    ),
    pytest.param(
        "dates_are_iso",
        ["UPDATE sitting_days SET date = '2025-02-30' WHERE date = '2025-01-14'"],
        [("zz-house-1-s4", 'date is "2025-02-30"')],
        id="a_day_that_is_in_no_calendar",
    ),
    pytest.param(
        "declared_equals_counted",
        [f"UPDATE votes SET declared_no = 4 WHERE key = '{VOTE}'"],
        [(VOTE, "no: declared 4, but the ballots add up to 1")],
        id="a_declared_tally_that_is_not_counted",
    ),
    pytest.param(
        "electronic_votes_declare_a_tally",
        ["UPDATE votes SET declared_yes = NULL, declared_no = NULL, declared_abstain = NULL"],
        [
            (key, "an electronic vote that declares neither yes nor no nor abstain")
            for key in (VOTE, "zz-house-1-4")
        ],
        id="an_electronic_vote_without_a_tally",
    ),
    pytest.param(
        "every_row_has_a_source",
        ["UPDATE bills SET response_id = NULL"],
        [(BILL, "no source")],
        id="a_bill_from_nowhere",
    ),
    pytest.param(
        "every_row_has_a_source",
        ["UPDATE bills SET response_id = 999"],
        [(BILL, "no source")],
        id="a_bill_from_a_response_that_is_not_there",
    ),
    pytest.param(
        "every_row_has_a_source",
        [
            "INSERT INTO dossier_entries VALUES (1, 'fact', 'https://book.example', 'Book', 'official', '')",
            "UPDATE bills SET dossier_entry_id = 1",
        ],
        [(BILL, "two sources, a response and an entry of the dossier")],
        id="a_bill_from_two_sources",
    ),
    pytest.param(
        "every_row_has_a_source",
        [
            "UPDATE responses SET state = 'quarantined' WHERE id = (SELECT response_id FROM bills)",
            "DELETE FROM sittings",
            "DELETE FROM stages",
        ],
        [(BILL, "comes from a quarantined response")],
        id="a_bill_from_a_quarantined_response",
    ),
    pytest.param(
        "every_row_has_a_source",
        ["UPDATE bills SET origin = 'sample'"],
        [(BILL, "said to be sample, comes from live")],
        id="a_live_bill_that_is_called_a_sample",
    ),
    pytest.param(
        "every_row_has_a_source",
        ["UPDATE bills SET origin = 'dossier'"],
        [(BILL, "said to be dossier, comes from live")],
        id="a_live_bill_that_is_called_a_curated_fact",
    ),
    pytest.param(
        "every_row_has_a_source",
        [REVISION.format(old="a", new="b")],
        [(BILL, "no source")],
        id="a_revision_that_nobody_made",
    ),
    pytest.param(
        "figures_are_not_negative",
        [f"UPDATE votes SET declared_absent = -1 WHERE key = '{VOTE}'"],
        [(VOTE, "declared absent is -1")],
        id="a_negative_figure",
    ),
    pytest.param(
        "figures_are_not_negative",
        ["UPDATE vote_choices SET votes = -2 WHERE number = 1"],
        [("zz-house-1-3", "votes for Candidate A is -2")],
        id="a_candidate_with_negative_votes",
    ),
    pytest.param(
        "final_votes_are_on_the_bill",
        [f"UPDATE votes SET meaning_of_yes = 'for the amendment' WHERE key = '{VOTE}'"],
        [(VOTE, "a final vote in which a yes is for the amendment")],
        id="the_last_amendment_taken_for_the_final_vote",
    ),
    pytest.param(
        "final_votes_have_their_bill",
        [
            "DELETE FROM vote_bills",
            "INSERT INTO vote_documents VALUES (1, '7'), (1, '7-A')",
        ],
        [(VOTE, "a final vote on 7, 7-A, of which no bill was collected")],
        id="a_final_vote_whose_bill_is_missing",
    ),
    pytest.param(
        "final_votes_name_a_bill",
        ["DELETE FROM vote_bills"],
        [(VOTE, "a final vote that names neither a bill nor a paper")],
        id="a_final_vote_on_nothing",
    ),
    pytest.param(
        "keys_are_clean",
        ["UPDATE bills SET key = 'zz/Bill 7'"],
        [("zz/Bill 7", '"zz/Bill 7" in bills')],
        id="a_key_that_needs_escaping",
    ),
    pytest.param(
        "keys_are_clean",
        ["UPDATE persons SET key = 'zz-house-' WHERE id = 1"],
        [("zz-house-", '"zz-house-" in persons')],
        id="a_key_that_was_cut",
    ),
    pytest.param(
        "labels_mean_one_option",
        ["INSERT INTO ballot_labels VALUES (99, 'zz-house', 'Aye', 'no', 'stated', NULL, NULL)"],
        [("zz-house", '"Aye" is read as no and as yes')],
        id="a_word_that_is_read_in_two_ways",
    ),
    pytest.param(
        "memberships_are_collected",
        ["DELETE FROM memberships WHERE person_id = 3"],
        [(VOTE, "1 of 3 ballots are by members whose seat was not collected")],
        id="a_member_whose_seat_is_not_known",
    ),
    pytest.param(
        "moments_are_utc",
        [f"UPDATE votes SET time = '2025-01-15T12:30:00' WHERE key = '{VOTE}'"],
        [(VOTE, 'time is "2025-01-15T12:30:00"')],
        id="a_moment_without_a_zone",
    ),
    pytest.param(
        "moments_are_utc",
        ["UPDATE runs SET started_at = '2025-01-15T12:30:00.000+02:00'"],
        [("nowhere", 'started_at is "2025-01-15T12:30:00.000+02:00"')],
        id="a_moment_in_another_zone",
    ),
    pytest.param(
        "no_more_than_expected",
        ["UPDATE expectations SET expected = 2"],
        [(VOTE, "3 ballots collected, but only 2 expected")],
        id="more_ballots_than_the_source_has",
    ),
    pytest.param(
        "expected_is_collected",
        ["UPDATE expectations SET expected = 4"],
        [(VOTE, "3 of 4 ballots collected")],
        id="a_ballot_that_is_missing",
    ),
    pytest.param(
        "options_are_known",
        ["UPDATE ballot_labels SET option = 'maybe' WHERE label = 'Nay'"],
        [("zz-house", '"Nay" is read as "maybe"')],
        id="an_option_outside_the_vocabulary",
    ),
    pytest.param(
        "options_are_known",
        ["UPDATE ballot_choices SET option = 'perhaps' WHERE person_id = 2"],
        [("zz-house-1-3", 'a ballot on candidate 1 is "perhaps"')],
        id="a_choice_outside_the_vocabulary",
    ),
    pytest.param(
        "outcome_agrees_with_threshold",
        [f"UPDATE votes SET threshold = 3 WHERE key = '{VOTE}'"],
        [(VOTE, "passed with 2 yes and 1 no, 3 needed")],
        id="a_vote_that_passed_below_its_threshold",
    ),
    pytest.param(
        "outcome_agrees_with_threshold",
        [f"UPDATE votes SET outcome = 'rejected' WHERE key = '{VOTE}'"],
        [(VOTE, "rejected with 2 yes and 1 no, 2 needed")],
        id="a_vote_that_failed_at_its_threshold",
    ),
    pytest.param(
        "outcome_agrees_with_threshold",
        [f"UPDATE votes SET threshold = NULL, declared_no = 5 WHERE key = '{VOTE}'"],
        [(VOTE, "passed with 2 yes and 5 no, unknown needed")],
        id="a_vote_that_passed_against_a_majority",
    ),
    pytest.param(
        "published_votes_have_ballots",
        ["DELETE FROM vote_ballots WHERE vote_id = 1"],
        [(VOTE, "ballots are published, but none is stored")],
        id="a_published_vote_without_ballots",
    ),
    pytest.param(
        "published_votes_have_ballots",
        [f"UPDATE vote_ballots SET withdrawn_at = '{MOMENT}' WHERE vote_id = 1"],
        [(VOTE, "ballots are published, but none is stored")],
        id="a_published_vote_whose_ballots_were_all_withdrawn",
    ),
    pytest.param(
        "published_votes_have_ballots",
        ["UPDATE votes SET counted_abstain = NULL WHERE key = 'zz-house-1-1'"],
        [("zz-house-1-1", "ballots are published, but a count of them is empty")],
        id="a_published_vote_without_a_count",
    ),
    pytest.param(
        "published_votes_have_ballots",
        [
            "UPDATE ballot_labels SET option = 'absent', basis = 'derived', rule = 'x' WHERE option = 'no'",
            f"UPDATE votes SET counted_absent = NULL WHERE key = '{VOTE}'",
        ],
        [(VOTE, "ballots are published, but a count of them is empty")],
        id="a_vote_that_lists_its_absent_but_does_not_count_them",
    ),
    pytest.param(
        "unpublished_votes_count_nothing",
        ["UPDATE votes SET counted_absent = 0 WHERE key = 'zz-house-1-2'"],
        [("zz-house-1-2", "ballots are secret, but a count of them is given")],
        id="a_secret_vote_at_which_nobody_was_absent",
    ),
    pytest.param(
        "unpublished_votes_count_nothing",
        ["UPDATE vote_ballots SET vote_id = 2 WHERE vote_id = 1"],
        [("zz-house-1-2", "ballots are secret, but some are stored")],
        id="a_secret_vote_with_ballots",
    ),
    pytest.param(
        "unpublished_votes_count_nothing",
        [
            f"UPDATE vote_ballots SET vote_id = 2, withdrawn_at = '{MOMENT}' WHERE vote_id = 1",
            "UPDATE votes SET counted_absent = 0 WHERE key = 'zz-house-1-2'",
        ],
        [("zz-house-1-2", "ballots are secret, but a count of them is given")],
        id="a_secret_vote_that_counts_withdrawn_ballots",
    ),
    pytest.param(
        "references_stay_in_their_chamber",
        [f"UPDATE votes SET term = 'zz-senate-1' WHERE key = '{VOTE}'"],
        [(VOTE, "the term zz-senate-1 is of zz-senate")],
        id="a_term_of_another_chamber",
    ),
    pytest.param(
        "references_stay_in_their_chamber",
        ["UPDATE sittings SET chamber = 'zz-senate'"],
        [(VOTE, "the sitting zz-house-1-s4 is of zz-senate")],
        id="a_sitting_of_another_chamber",
    ),
    pytest.param(
        "references_stay_in_their_chamber",
        ["UPDATE bills SET chamber = 'zz-senate'"],
        [(VOTE, f"the bill {BILL} is of zz-senate")],
        id="a_bill_of_another_chamber",
    ),
    pytest.param(
        "references_stay_in_their_chamber",
        ["UPDATE factions SET chamber = 'zz-senate' WHERE label = 'Green'"],
        [(VOTE, "the faction Green of zz-senate has 1 of its ballots")],
        id="a_faction_of_another_chamber",
    ),
    pytest.param(
        "references_stay_in_their_chamber",
        ["UPDATE ballot_labels SET chamber = 'zz-senate' WHERE label = 'Nay'"],
        [(VOTE, 'the word "Nay" of zz-senate stands on 1 of its ballots')],
        id="a_word_of_another_chamber",
    ),
    pytest.param(
        "revisions_change_something",
        [REVISION.format(old="a", new="a")],
        [(BILL, 'bills.title: "a" twice')],
        id="a_revision_of_nothing",
    ),
    pytest.param(
        "runs_are_closed",
        [RUN.format(state="running"), RUN.format(state="ok")],
        [("elsewhere", f"the run of {MOMENT} never ended")],
        id="a_run_that_was_killed",
    ),
    pytest.param(
        "sources_are_read",
        ["INSERT INTO sources VALUES ('zz-rss', 'zz', 'News of Nowhere', 'https://news.example', '-', '-')"],
        [("zz-rss", "News of Nowhere was never read")],
        id="a_source_that_was_never_read",
    ),
    pytest.param(
        "stages_are_in_order",
        ["UPDATE stages SET date = '2024-12-31' WHERE position = 2"],
        [(BILL, "stage 2 (lectio final vote) is of 2024-12-31, stage 1 of 2025-01-01")],
        id="a_final_vote_before_the_first_reading",
    ),
    pytest.param(
        "tracked_bills_have_a_final_vote",
        ["UPDATE votes SET is_final = 0"],
        [(BILL, "a tracked bill without a final vote")],
        id="a_tracked_bill_without_a_final_vote",
    ),
    pytest.param(
        "tracked_bills_have_a_final_vote",
        ["UPDATE votes SET is_annulled = 1"],
        [(BILL, "a tracked bill without a final vote")],
        id="a_tracked_bill_whose_final_vote_was_annulled",
    ),
    pytest.param(
        "vote_times_match_their_date",
        [f"UPDATE votes SET time = '2025-01-17T00:30:00.000+00:00' WHERE key = '{VOTE}'"],
        [(VOTE, "dated 2025-01-15, but taken at 2025-01-17T00:30:00.000+00:00")],
        id="a_vote_taken_two_days_after_its_date",
    ),
    pytest.param(
        "votes_lie_in_their_term",
        ["UPDATE terms SET end_date = '2025-01-14' WHERE key = 'zz-house-1'",
         f"DELETE FROM votes WHERE key <> '{VOTE}'"],
        [(VOTE, "taken on 2025-01-15, but the term runs from 2024-01-01 to 2025-01-14")],
        id="a_vote_after_the_end_of_its_term",
    ),
    pytest.param(
        "summaries_are_current",
        [f"UPDATE vote_ballots SET withdrawn_at = '{MOMENT}' WHERE vote_id = 1 AND person_id = 1"],
        [(VOTE, "changed after its ballots were last summed up")],
        id="a_ballot_withdrawn_since_the_last_run",
    ),
    pytest.param(
        "summaries_are_current",
        ["UPDATE bills SET is_tracked = 0"],
        [(BILL, "changed after its ballots were last summed up")],
        id="a_bill_no_longer_tracked_since_the_last_run",
    ),
    pytest.param(
        "summaries_add_up",
        [
            "UPDATE vote_options SET ballots = 3 WHERE vote_id = 1 AND option = 'yes'",
            "DELETE FROM vote_factions WHERE vote_id = 4",
        ],
        [
            (VOTE, "3 ballots, but 4 by option and 3 by faction"),
            ("zz-house-1-4", "1 ballots, but 1 by option and 0 by faction"),
        ],
        id="a_ballot_counted_twice_and_one_not_at_all",
    ),
    pytest.param(
        "summaries_add_up",
        ["INSERT INTO vote_options VALUES (99, 'yes', 5)"],
        [("vote 99", "0 ballots, but 5 by option and 0 by faction")],
        id="sums_of_a_vote_that_is_gone",
    ),
    pytest.param(
        "facets_add_up",
        ["UPDATE ballot_facets SET ballots = ballots + 1 WHERE kind = 'final vote' AND option = 'no'"],
        [("zz-house-1", "6 ballots, but 7 by facet")],
        id="a_facet_that_counts_too_many",
    ),
    pytest.param(
        "lines_are_of_measured_votes",
        ["UPDATE vote_factions SET line = 'yes', against = 0 WHERE vote_id = 4"],
        [("zz-house-1-4", "Blue has the line yes")],
        id="a_line_from_some_of_the_ballots",
    ),
    pytest.param(
        "pairs_share_no_more_than_they_voted",
        ["UPDATE member_pairs SET agreed = 2 WHERE one_id = 1 AND other_id = 2"],
        [("zz-house-1", "persons 1 and 2 agree in 2 of 1 votes")],
        id="two_who_agree_more_often_than_they_met",
    ),
    pytest.param(
        "pairs_share_no_more_than_they_voted",
        ["UPDATE member_pairs SET shared = 3 WHERE one_id = 1 AND other_id = 3"],
        [("zz-house-1", "persons 1 and 3 agree in 0 of 3 votes")],
        id="two_who_met_more_often_than_they_voted",
    ),
    pytest.param(
        "votes_lie_on_sitting_days",
        ["DELETE FROM sitting_days WHERE date = '2025-01-15'"],
        [(VOTE, "taken on 2025-01-15, which is no day of the sitting zz-house-1-s4")],
        id="a_vote_on_a_day_without_sitting",
    ),
]  # fmt: skip


WITHDRAWAL = f"UPDATE vote_ballots SET withdrawn_at = '{MOMENT}' WHERE person_id = {{}}"
TWINS = "UPDATE persons SET family_name = '001', birth_date = '1970-01-31' WHERE id IN (1, 2)"

WITHDRAWN = [
    ("ballots_are_by_members", "UPDATE memberships SET end_date = '2025-01-14' WHERE person_id = 1", 1),
    ("ballots_fit_the_seats", "UPDATE chambers SET seats = 2 WHERE key = 'zz-house'", 1),
    ("memberships_are_collected", "DELETE FROM memberships WHERE person_id = 3", 3),
    ("one_ballot_per_person", TWINS, 1),
    ("one_ballot_per_person", TWINS, 2),
]
"""An invariant, what breaks it, and the person whose ballots it takes to break it."""


def findings(house, name):
    return [(found.subject_key, found.message) for found in violations(house.db, KNOWN[name])]


@pytest.mark.parametrize("name", KNOWN)
def test_a_sound_database_passes(name, sound_house):
    assert findings(sound_house, name) == []


@pytest.mark.parametrize(("name", "damage", "expected"), DAMAGE)
def test_damage_is_found(name, damage, expected, sound_house):
    sound_house.damage(*damage)
    assert findings(sound_house, name) == expected


@pytest.mark.parametrize(("name", "damage", "who"), WITHDRAWN)
def test_a_withdrawn_ballot_breaks_nothing(name, damage, who, sound_house):
    sound_house.damage(damage)
    assert findings(sound_house, name) != []
    sound_house.damage(WITHDRAWAL.format(who))
    assert findings(sound_house, name) == []


def test_withdrawn_ballots_of_a_secret_vote_break_nothing(sound_house):
    sound_house.damage(f"UPDATE vote_ballots SET vote_id = 2, withdrawn_at = '{MOMENT}' WHERE vote_id = 1")
    assert findings(sound_house, "unpublished_votes_count_nothing") == []


def test_a_withdrawn_stage_is_in_no_order(sound_house):
    sound_house.damage("UPDATE stages SET date = '2024-12-31' WHERE position = 2")
    sound_house.damage(f"UPDATE stages SET withdrawn_at = '{MOMENT}' WHERE position = 1")
    assert findings(sound_house, "stages_are_in_order") == []


def test_a_second_ballot_under_another_identifier_is_found(house):
    twin = PersonId(scheme="zz-senate", identifier="9", family_name="001", given_name="Member")
    born = date(1970, 1, 31)
    house.says(person(1, birth_date=born), person(2, birth_date=born), Person(id=twin, birth_date=born))
    house.says(vote(ballot(1), ballot(2)))
    house.damage("UPDATE vote_ballots SET person_id = 3 WHERE person_id = 2")
    message = "Member 001, born 1970-01-31, has two ballots, as zz-house-1 and as zz-senate-9"
    assert findings(house, "one_ballot_per_person") == [(VOTE, message)]


def test_namesakes_without_a_year_of_birth_are_found(house):
    house.says(vote(ballot(1), ballot(2, family_name="001")))
    who = "zz-house-1 and zz-house-2 are both Member 001, and may be one person or two"
    expected = [("zz-house-1", f"{who}; not known: both dates of birth")]
    assert findings(house, "namesakes_are_told_apart") == expected


def test_namesakes_of_different_years_are_told_apart(house):
    house.says(vote(ballot(1), ballot(2, family_name="001")))
    house.damage("UPDATE persons SET birth_year = 1970 + id")
    assert findings(house, "namesakes_are_told_apart") == []


REVIEW = (
    "INSERT INTO reviewed_identities VALUES ('zz-house-1', 'zz-house-2', {}, '-', '-', '-', '2025-01-01')"
)


def test_one_person_who_is_kept_apart_is_found(sound_house):
    sound_house.damage(REVIEW.format(1))
    message = (
        "zz-house-1 and zz-house-2 are said to be one person, and kept apart: both have a ballot in one vote"
    )
    assert findings(sound_house, "reviewed_identities_hold") == [("zz-house-1", message)]


def test_one_person_who_is_kept_apart_for_another_reason_is_found(sound_house):
    sound_house.damage(REVIEW.format(1), "DELETE FROM vote_ballots WHERE person_id = 1")
    ((_, message),) = findings(sound_house, "reviewed_identities_hold")
    assert message.endswith("kept apart: it contradicts something else")


def test_two_persons_who_are_joined_are_found(sound_house):
    sound_house.damage(
        REVIEW.format(0),
        "DELETE FROM persons WHERE id = 2",
        "INSERT INTO person_merges VALUES ('zz-house-2', 'zz-house-1', 'reviewed', '-', '-', '-')",
    )
    message = "zz-house-1 and zz-house-2 are said to be two persons, and joined"
    assert findings(sound_house, "reviewed_identities_hold") == [("zz-house-1", message)]


def test_two_final_votes_on_one_day_are_found(sound_house):
    sound_house.says(vote(key="zz-house-1-9", number=9, time=None, is_final=True, bill=BILL))
    message = f"2 final votes on 2025-01-15: {VOTE}, zz-house-1-9"
    assert findings(sound_house, "one_final_vote_per_bill_and_day") == [(BILL, message)]


def test_a_vote_that_was_repeated_after_it_was_annulled_is_one_final_vote(sound_house):
    again = {"key": "zz-house-1-9", "number": 9, "time": None, "is_final": True, "bill": BILL}
    sound_house.says(vote(**again, is_annulled=True, outcome="annulled"))
    assert findings(sound_house, "one_final_vote_per_bill_and_day") == []


def test_a_vote_that_is_listed_twice_is_found(sound_house):
    sound_house.says(vote(key="zz-house-1-9", number=9))
    message = f"2 votes of 2025-01-15T12:30:00.000+00:00 have the same figures: {VOTE}, zz-house-1-9"
    assert findings(sound_house, "votes_are_listed_once") == [(VOTE, message)]


def test_a_tally_that_two_pages_print_differently_is_found(sound_house):
    sound_house.says(report(Tally(yes=2, no=7)))
    expected = [(VOTE, "no: the vote says 1, Page of bill 7 says 7")]
    assert findings(sound_house, "tally_reports_agree") == expected


def test_a_tally_of_a_vote_that_was_not_collected_is_found(sound_house):
    sound_house.says(report(Tally(yes=1), vote_key="zz-house-1-99"))
    message = "Page of bill 7 prints a tally of this vote, which was not collected"
    assert findings(sound_house, "tally_reports_have_their_vote") == [("zz-house-1-99", message)]


def test_a_sitting_of_which_nothing_came_is_counted_as_missing(sound_house):
    sound_house.says(expectation(12, "zz-house-1-s5", "votes"))
    assert findings(sound_house, "expected_is_collected") == [("zz-house-1-s5", "0 of 12 votes collected")]


def test_an_answer_in_quarantine_is_found_until_a_later_one_is_stored(house):
    house.ledger.note(house.run, note(fingerprint="q"), quarantined="ballots: cut off")
    name = "quarantined_answers_are_resolved"
    assert findings(house, name) == [(note().url, "quarantined on 2025-02-01: ballots: cut off")]
    house.ledger.note(house.run, note(fingerprint="q", sha256="b"))
    assert findings(house, name) == []


def test_an_answer_that_stays_in_quarantine_is_found_once(house):
    house.ledger.note(house.run, note(fingerprint="q"), quarantined="first")
    house.ledger.note(house.run, note(fingerprint="q", sha256="b"), quarantined="second")
    assert findings(house, "quarantined_answers_are_resolved") == [
        (note().url, "quarantined on 2025-02-01: second")
    ]


def test_the_run_under_way_is_no_finding(house):
    assert findings(house, "runs_are_closed") == []


def test_two_spiders_may_run_side_by_side(house):
    house.ledger.begin("elsewhere", "live")
    assert findings(house, "runs_are_closed") == []


def test_a_vote_not_collected_needs_no_tally(house):
    house.says(secret_vote(method="electronic", ballots_status="not_collected"))
    assert findings(house, "electronic_votes_declare_a_tally") == []


def test_a_month_is_not_before_a_day_within_it(house):
    month = Stage(kind="referral", label="in January", date=date(2025, 1, 1), date_precision="month")
    house.says(bill(stage(day=20), month))
    assert findings(house, "stages_are_in_order") == []


def test_stages_of_two_origins_are_not_compared(house):
    house.says(bill(stage(day=20)), origin="dossier")
    house.says(bill(stage("referral", day=1, identifier="r")))
    assert findings(house, "stages_are_in_order") == []


def test_a_sitting_may_run_past_midnight(sound_house):
    sound_house.damage(f"UPDATE votes SET time = '2025-01-16T01:10:00.000+00:00' WHERE key = '{VOTE}'")
    assert findings(sound_house, "vote_times_match_their_date") == []


def test_a_withdrawn_seat_covers_nothing(sound_house):
    sound_house.damage(f"UPDATE memberships SET withdrawn_at = '{MOMENT}' WHERE person_id = 3")
    (found,) = findings(sound_house, "memberships_are_collected")
    assert found == (VOTE, "1 of 3 ballots are by members whose seat was not collected")


def test_absent_members_are_not_counted_as_abstaining(house):
    house.says(vote(ballot(1, "Blank"), ballot(2, "Away"), ballot(3, "Here"), declared=Tally(abstain=3)))
    expected = [(VOTE, "abstain: declared 3, but the ballots add up to 1")]
    assert findings(house, "declared_equals_counted") == expected


def test_every_invariant_is_broken_by_a_test():
    files = Path(__file__).parent.glob("test_*invariants.py")
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    assert [name for name in KNOWN if f'"{name}"' not in source] == []


def test_the_invariant_knows_every_option_and_no_other():
    listed = KNOWN["options_are_known"].sql.partition("UNION")[0]
    assert {word for word in listed.split("'") if word.isidentifier()} >= set(get_args(Option))
    assert listed.partition("NOT IN")[2].count("'") == 2 * len(get_args(Option))


@settings(max_examples=40, deadline=None)
@example("a\x00b")
@given(st.text(max_size=30))
def test_a_key_is_clean_if_it_needs_no_escaping(key):
    db = blank_database()
    db.execute("PRAGMA ignore_check_constraints = ON")
    db.execute("PRAGMA foreign_keys = OFF")
    row = {"subject_key": "x", "what": "votes", "expected": 0, "origin": "live", "source_url": "x"}
    db["expectations"].insert({"key": key, **row})
    is_clean = re.fullmatch(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?", key) is not None
    assert (violations(db, KNOWN["keys_are_clean"]) == []) == is_clean
    db.close()


def test_people_are_compared_before_any_ballot_is_read(db):
    sql = KNOWN["one_ballot_per_person"].sql
    plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
    assert [step for step in plan if step.startswith(("SCAN first", "SCAN second", "SCAN votes"))] == []


def test_a_register_of_one_term_says_nothing_of_a_ballot_in_another(sound_house):
    sound_house.damage(
        "INSERT INTO terms (key, chamber, label) VALUES ('zz-house-2', 'zz-house', '2')",
        "UPDATE memberships SET term = 'zz-house-2', start_date = '2030-01-01', end_date = NULL",
    )
    assert findings(sound_house, "ballots_are_by_members") == []
    assert findings(sound_house, "memberships_are_collected") != []
