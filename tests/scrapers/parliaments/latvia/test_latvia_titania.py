"""A vote on titania, on invented pages in its form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_saeima import (
    LIVE_PAGE,
    TITANIA,
    UNID,
    VOTE_PAGE,
    guid,
    listed,
    problem,
    read,
    refusal,
    vote_page,
)

from db.records import Choice, Tally, count

LIVE = LIVE_PAGE.format(guid(1))
NOBODY = {"by_name": '""', "by_result": '""'}


def vote_of(*args, url=VOTE_PAGE, **changes):
    (vote,) = read(url, vote_page(*args, **changes))
    return vote


def error_of(*args, url=VOTE_PAGE, **changes):
    return problem(url, vote_page(*args, **changes))


def one(last, first, faction="ZILIE", label="Par"):
    """The lists of a vote of one member, by the name as each of the two lists writes it."""
    return {
        "by_name": listed("1.", last, faction, label),
        "by_result": listed("1.", first, faction, label),
    }


def test_a_vote_has_every_ballot_of_its_list():
    assert [(ballot.identifier, ballot.faction, ballot.option) for ballot in vote_of("++-0.").ballots] == [
        ("member-001", "ZILIE", "yes"),
        ("member-002", None, "yes"),
        ("member-003", "ZILIE", "no"),
        ("member-004", None, "abstain"),
        ("member-005", "ZILIE", "present_not_voting"),
    ]


def test_the_key_is_made_of_the_moment_and_not_of_an_address_that_changes_after_a_week():
    again = VOTE_PAGE.replace(UNID, UNID[::-1])
    assert vote_of(url=VOTE_PAGE).key == vote_of(url=again).key == "lv-saeima-14-2025-04-03-100130"
    assert vote_of().url is None


def test_the_case_of_the_path_does_not_matter():
    lower = VOTE_PAGE.replace("LIVS14/SaeimaLIVS2_DK", "livs14/saeimalivs2_dk")
    assert vote_of(url=lower) == vote_of()


@pytest.mark.parametrize("separator", ["\xa4", "\xff"])
def test_the_separator_is_one_byte_that_is_no_utf_8(separator):
    assert vote_of(separator=separator) == vote_of()


def test_the_separator_may_have_been_replaced_already():
    body = vote_page().replace(b"\xa4", "\ufffd".encode())
    assert read(VOTE_PAGE, body) == (vote_of(),)


def test_a_replaced_separator_within_a_name_is_refused():
    error = error_of("+", **one("001%20Mem\xa4ber", "Member%20001"))
    assert error.problem.startswith("5 fields in ")


def test_letters_are_entities_and_percent_signs():
    found = vote_of("+", **one("K%C4%BCava%20%C4%80rija", "%C4%80rija%20K%C4%BCava", faction="ZI&#315;IE"))
    ballot = found.ballots[0]
    assert (ballot.given_name, ballot.family_name, ballot.faction) == ("Ārija", "Kļava", "ZIĻIE")


def test_a_plus_sign_is_no_blank():
    found = vote_of("+", **one("A+B%20Member", "Member%20A+B"))
    assert found.ballots[0].family_name == "A+B"


def test_percent_signs_that_are_no_utf_8_are_refused():
    assert "is not UTF-8" in error_of("+", **one("%E4%20Member", "Member%20%E4")).problem


@pytest.mark.parametrize(
    ("last", "first", "given_name", "family_name"),
    [
        ("Zilais%20Koks%20Member", "Member%20Zilais%20Koks", "Member", "Zilais Koks"),
        ("Koks%20Member%20Zilais", "Member%20Zilais%20Koks", "Member Zilais", "Koks"),
        ("Koks-Zars%20Member", "Member%20Koks-Zars", "Member", "Koks-Zars"),
    ],
)
def test_names_of_several_words_are_told_apart_by_the_other_list(last, first, given_name, family_name):
    ballot = vote_of("+", **one(last, first)).ballots[0]
    assert (ballot.given_name, ballot.family_name) == (given_name, family_name)


def test_a_member_whom_the_other_list_does_not_have_is_refused():
    error = error_of("+", **one("001%20Member", "Member%20002"))
    assert error.problem == "'001 Member' is not one member of the list by result"


def test_namesakes_by_family_name_are_told_apart_by_given_names():
    lines = {
        "by_name": ",".join(listed("1.", f"Koks%20{name}", "", "Par") for name in ("A", "B")),
        "by_result": ",".join(listed("1.", f"{name}%20Koks", "", "Par") for name in ("A", "B")),
    }
    assert [ballot.identifier for ballot in vote_of("++", **lines).ballots] == ["a-koks", "b-koks"]


def test_two_members_of_one_name_are_refused():
    lines = {key: f"{line},{line}" for key, line in one("001%20Member", "Member%20001").items()}
    assert error_of("++", **lines).problem == "'member-001' is listed twice"


def test_a_ballot_that_differs_between_the_lists_is_refused():
    lines = {
        "by_name": listed("1.", "001%20Member", "", "Par"),
        "by_result": listed("1.", "Member%20001", "", "Pret"),
    }
    assert error_of("+", **lines).problem == "not the ballots of the list by names"


def test_a_heading_that_announces_others_than_are_listed_is_refused():
    body = vote_page("++-").replace(b"PAR:&nbsp;&nbsp;2", b"PAR:&nbsp;&nbsp;3")
    assert problem(VOTE_PAGE, body).problem == "PAR: 3 is not what is listed"


def test_an_unknown_heading_is_refused():
    body = vote_page("++-").replace(b"<b>PAR:", b"<b>ZILS:")
    assert problem(VOTE_PAGE, body).problem == "unknown heading 'ZILS'"


def test_a_list_without_headings_is_read_all_the_same():
    assert len(vote_of("+", **one("001%20Member", "Member%20001")).ballots) == 1


def test_nebalso_of_old_pages_is_present_and_not_voting():
    assert vote_of("", **one("001%20Member", "Member%20001", label="Nebalso")).ballots[0].option == (
        "present_not_voting"
    )


def test_an_unknown_label_is_refused():
    error = error_of("", **one("001%20Member", "Member%20001", label="Varb%C5%ABt"))
    assert error.problem == "unknown label 'Varbūt'"


def test_a_tally_that_the_ballots_do_not_make_is_refused():
    assert error_of("++-", tally="par 1, pret 1, atturas 0").element == "tally, yes"


def test_a_page_with_ballots_but_no_tally_is_refused():
    assert error_of("++-", tally="").element == "totalResultRow"


def test_nobody_is_called_absent_since_the_page_does_not_say_who_held_a_mandate():
    found = vote_of("+++")
    assert count(found.ballots).absent == 0
    assert found.declared.absent is None
    assert not found.lists_absent


@pytest.mark.parametrize("time", ["03/04/2025 10:01:30", "03.04.2025 10:01:30"])
def test_the_day_stands_before_the_month_with_points_and_with_slashes(time):
    assert vote_of(time=time).time.isoformat() == "2025-04-03T10:01:30+03:00"


def test_the_american_form_of_2009_is_refused():
    assert error_of(time="04/03/2009 10:01:30 AM").element == "Datums:"


@pytest.mark.parametrize(("field", "element"), [("time", "Datums:"), ("motive", "Balsošanas motīvs:")])
def test_a_field_that_is_missing_is_named(field, element):
    assert error_of(**{field: None}).element == element


def test_a_registration_of_those_present_is_no_vote():
    assert read(VOTE_PAGE, vote_page("RRR")) == ()


def test_the_address_on_a_running_sitting_names_the_item():
    assert vote_of(url=LIVE).documents == (guid(1),)
    assert vote_of(url=VOTE_PAGE).documents == ()


def test_the_address_on_a_running_sitting_must_name_an_item():
    assert error_of(url=LIVE_PAGE.format("3")).element == "parentID"


@pytest.mark.parametrize("nobody", ['""', '"1.\xa4\xa4\xa4"'])
def test_an_empty_list_on_an_archived_page_is_a_secret_vote(nobody):
    found = vote_of("", by_name=nobody, by_result=nobody, tally="")
    assert (found.method, found.ballots_status, found.ballots) == ("secret", "secret", ())
    assert found.outcome is None


def test_an_empty_list_beside_candidates_is_a_secret_vote_with_their_votes():
    people = ",".join(listed("1.", f"Member%20{n}", f"{n}", "3") for n in (51, 20))
    found = vote_of("", **NOBODY, candidates=people, tally="")
    assert found.ballots_status == "secret"
    assert found.choices == (
        Choice(number=1, label="Member 51", votes=51),
        Choice(number=2, label="Member 20", votes=20),
    )


def test_a_candidate_without_a_number_of_votes_is_refused():
    people = listed("1.", "Member%20901", "daudz", "3")
    assert error_of("", **NOBODY, candidates=people).problem == "'daudz' is not a number of votes"


def test_an_empty_list_on_a_running_sitting_with_a_tally_is_not_published_yet():
    found = vote_of("", url=LIVE, **NOBODY, tally="par 3, pret 2, atturas 0")
    assert (found.method, found.ballots_status) == ("electronic", "not_published")
    assert found.declared == Tally(yes=3, no=2, abstain=0)


def test_an_empty_list_on_a_sitting_that_no_longer_runs_is_no_secret_vote():
    error = error_of("", url=LIVE, **NOBODY, tally="", time=None, motive=None)
    assert error.problem == "empty: expired, the sitting no longer runs"


@pytest.mark.parametrize("name", ["voteFullListByNames", "voteFullListByResult"])
def test_a_list_that_is_missing_is_named(name):
    body = vote_page().replace(f"var {name}".encode(), b"var other")
    assert problem(VOTE_PAGE, body).element == name


def test_the_candidates_must_be_there_where_nobody_else_is():
    body = vote_page("", **NOBODY).replace(b"var voteShortListByNames", b"var other")
    assert problem(VOTE_PAGE, body).element == "voteShortListByNames"


@pytest.mark.parametrize(
    ("body", "element"),
    [(b"", "body"), (b"<html>Error 500</html>", "voteFullListByNames"), (b"{}", "voteFullListByNames")],
)
def test_what_is_no_page_of_a_vote_is_refused(body, element):
    assert problem(VOTE_PAGE, body).element == element


def test_a_page_that_was_cut_off_is_refused():
    assert problem(VOTE_PAGE, vote_page()[:300]).element == "voteFullListByResult"


def test_a_term_that_is_not_read_is_refused():
    url = VOTE_PAGE.replace(TITANIA, "https://titania.saeima.lv/LIVS11")
    assert error_of(url=url).problem == "'11' is no term that we read"


@given(st.text("+-0.", min_size=1, max_size=40))
def test_every_page_has_the_ballots_of_its_members_whatever_groups_there_are(cast):
    ballots = {ballot.identifier: ballot.option for ballot in vote_of(cast).ballots}
    options = {"+": "yes", "-": "no", "0": "abstain", ".": "present_not_voting"}
    assert ballots == {f"member-{n:03}": options[letter] for n, letter in enumerate(cast, 1)}


@given(st.binary(max_size=40))
def test_no_bytes_in_a_list_make_the_page_fail_but_by_a_named_error(hostile):
    body = vote_page("+").replace(b"001%20Member", hostile.replace(b'"', b""))
    assert refusal(VOTE_PAGE, body) in {
        None,
        "voteFullListByNames",
        "voteFullListByResult",
        "totalResultRow",
        "members",
    }
