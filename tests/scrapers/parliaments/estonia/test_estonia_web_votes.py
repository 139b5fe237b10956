import datetime as dt

import pytest
from estonia_answers import (
    FIGURES,
    SITTING,
    WEB_LIST_URL,
    WEB_VOTE_URL,
    a_web_list,
    a_web_vote,
    answer,
    page,
    problem,
    read,
    uuid,
    web_list_row,
)
from hypothesis import given, settings, strategies

from db.records import Expectation, Sitting, Tally, TallyReport, Vote, count


def the_vote(html):
    (vote,) = [record for record in read(page(WEB_VOTE_URL, html)) if isinstance(record, Vote)]
    return vote


def vote_problem(html):
    return problem(page(WEB_VOTE_URL, html))


def replaced(old, new, ballots="PPVEH-"):
    return a_web_vote(ballots, replace=[(old, new)])


def listed(html):
    return read(page(WEB_LIST_URL, html))


def list_problem(html):
    return problem(page(WEB_LIST_URL, html))


def the_tally(*rows):
    (report,) = [record for record in listed(a_web_list(*rows)) if isinstance(record, TallyReport)]
    return report.tally


def test_on_the_page_of_a_vote_only_those_present_did_not_vote():
    vote = the_vote(a_web_vote("PPVEHH---"))
    assert vote.declared == Tally(yes=2, no=1, abstain=1, present_not_voting=2, absent=3)


def test_on_the_list_the_same_label_counts_the_absent_too():
    assert the_tally() == Tally(yes=15, no=54, abstain=0, present_not_voting=21, absent=11)


@settings(max_examples=25)
@given(strategies.text(alphabet="PVEH-", min_size=1, max_size=30))
def test_the_ballots_of_any_page_make_its_tally(ballots):
    vote = the_vote(a_web_vote(ballots))
    assert count(vote.ballots) == vote.declared
    assert len(vote.ballots) == len(ballots)


def test_only_the_tab_with_all_members_is_read():
    assert len(the_vote(a_web_vote("PV")).ballots) == 2


def test_a_ballot_has_the_member_the_faction_and_the_word_of_the_page():
    (ballot,) = the_vote(a_web_vote("P")).ballots
    assert (ballot.identifier, ballot.given_name, ballot.family_name) == (uuid(1001), "Member", "001")
    assert (ballot.faction, ballot.label, ballot.option) == ("Blue fraktsioon", "Poolt", "yes")


def test_the_last_word_of_a_name_is_the_family_name():
    (ballot,) = the_vote(replaced(">Member 001</a>", ">Member Of Blue-Green</a>", "P")).ballots
    assert (ballot.given_name, ballot.family_name) == ("Member Of", "Blue-Green")


def test_a_name_of_one_word_is_a_named_error():
    assert vote_problem(replaced(">Member 001</a>", ">Member</a>", "P")).element == "#koik td"


def test_a_ballot_without_a_faction_has_none():
    (ballot,) = the_vote(replaced('<a href="/blue/">Blue fraktsioon</a>', "", "P")).ballots
    assert ballot.faction is None


def test_a_vote_has_its_sitting_day_time_and_bill():
    vote = the_vote(a_web_vote())
    assert vote.key == f"ee-riigikogu-{uuid(7)}"
    assert (vote.sitting, vote.date) == ("ee-riigikogu-202501081400", dt.date(2025, 1, 8))
    assert vote.time.isoformat() == "2025-01-08T15:04:00+02:00"
    assert (vote.bill, vote.title) == ("ee-riigikogu-15-11", "Ei millegi seadus")


def test_an_address_without_its_last_stroke_is_the_same_vote():
    sitting, vote = read(page(WEB_VOTE_URL.rstrip("/"), a_web_vote()))
    assert isinstance(sitting, Sitting)
    assert vote.key == f"ee-riigikogu-{uuid(7)}"


def test_a_vote_without_a_bill_is_called_by_its_own_words():
    vote = the_vote(replaced("11 Ei millegi seadus", ""))
    assert (vote.bill, vote.title, vote.question) == (None, "1. muudatusettepanek", "1. muudatusettepanek")


def test_a_bill_without_a_number_is_a_named_error():
    assert vote_problem(replaced("11 Ei millegi seadus", "Ei millegi seadus")).element == "Eelnõu"


def test_the_stage_of_the_bill_is_not_the_result_of_the_vote():
    vote = the_vote(a_web_vote("PVV"))
    assert (vote.outcome, vote.outcome_label) == ("rejected", None)


def test_a_yes_to_a_rejection_is_against_the_bill():
    assert the_vote(a_web_vote("PPV", "Tagasi lükkamine")).meaning_of_yes == "for rejecting the bill"


def test_a_vote_that_was_not_open_is_a_named_error():
    found = vote_problem(replaced("Hääletamine oli avalik", "Hääletamine oli salajane"))
    assert found.problem.startswith("not an open vote")


def test_an_unknown_word_on_a_ballot_is_a_named_error():
    found = vote_problem(replaced("> Poolt <", "> Võib-olla <", "P"))
    assert (found.element, found.problem) == ("span.bar", "unknown word 'Võib-olla'")


def test_two_words_on_one_ballot_are_a_named_error():
    found = vote_problem(replaced('<span class="bar"> Poolt <', '<span class="bar"> Vastu <', "P"))
    assert found.element == "span.bar"


def test_a_row_of_another_form_is_a_named_error():
    found = vote_problem(replaced('<td><a href="/blue/">Blue fraktsioon</a></td>', "", "P"))
    assert (found.element, found.problem) == ("#koik tr", "2 cells in 'Member 001 Poolt Poolt'")


def test_a_ballot_that_is_not_counted_on_the_tabs_is_a_named_error():
    found = vote_problem(replaced("Poolt <span>&nbsp;-&nbsp;2", "Poolt <span>&nbsp;-&nbsp;3"))
    assert found.element == "tab Kohal"


def test_ballots_that_are_not_those_of_the_tabs_are_a_named_error():
    html = replaced("Puudub <span>&nbsp;-&nbsp;1", "Puudub <span>&nbsp;-&nbsp;2")
    assert vote_problem(html).problem == "1 ballots are absent, but 2 is stated"


def test_a_member_with_two_ballots_is_a_named_error():
    found = vote_problem(replaced(uuid(1002), uuid(1001)))
    assert found.problem == f"member {uuid(1001)} has 2 ballots"


def test_a_tab_without_a_figure_is_a_named_error():
    assert vote_problem(replaced("<span>&nbsp;-&nbsp;5</span>", "")).element == "tab"


def test_a_missing_tab_is_a_named_error():
    html = replaced('<li><a href="#erapooletu">Erapooletu <span>&nbsp;-&nbsp;1</span></a></li>', "")
    assert vote_problem(html).problem == "no figure for 'Erapooletu'"


@pytest.mark.parametrize(
    ("piece", "element"),
    [
        ('id="koik"', "#koik tbody"),
        ('<h2 class="second">', "h2.second"),
        ('class="content-block"', ".content-block p"),
        ("<strong>Sisu:</strong>", ".content-block p"),
        ("Hääletustulemused 08", "h1"),
    ],
)
def test_a_missing_piece_of_the_page_of_a_vote_is_named(piece, element):
    assert vote_problem(replaced(piece, "<b>" if piece.startswith("<") else "")).element == element


def test_a_day_that_does_not_exist_is_a_named_error():
    assert vote_problem(replaced("08.01.2025 / 15:04", "31.02.2025 / 15:04")).element == "h1"


def test_a_member_without_an_identifier_is_a_named_error():
    assert vote_problem(replaced(f"/saadik/{uuid(1001)}/M", "/saadik/", "P")).element == "a[href]"


def test_a_link_without_an_address_is_a_named_error():
    found = vote_problem(replaced(f'href="/saadik/{uuid(1001)}/M"', "", "P"))
    assert found.element == "a[href]"


def test_a_list_tells_its_sitting_its_votes_and_the_tallies():
    sitting, expectation, transcript, report = listed(a_web_list())
    assert (sitting.key, sitting.title) == ("ee-riigikogu-202501081400", SITTING)
    assert expectation == Expectation(subject=sitting.key, what="votes", expected=1)
    assert transcript == Expectation(subject=sitting.key, what="transcripts", expected=1)
    assert (report.vote, report.place) == (f"ee-riigikogu-{uuid(7)}", "list of votes on the site")


def test_the_table_of_the_day_picker_and_the_quick_link_are_not_votes():
    reports = [record for record in listed(a_web_list()) if isinstance(record, TallyReport)]
    assert [report.vote for report in reports] == [f"ee-riigikogu-{uuid(7)}"]


def test_a_presence_check_on_the_list_has_no_yes_and_no_no():
    row = web_list_row({"Kohal": 75, "Puudub": 26}, what="Kohaloleku kontroll")
    assert the_tally(row) == Tally(present_not_voting=75, absent=26)


def test_a_vote_on_the_list_without_its_bars_is_a_named_error():
    found = list_problem(a_web_list(web_list_row({"Kohal": 75, "Puudub": 26})))
    assert found.element == "span.bar.inFavor"


def test_figures_on_the_list_that_are_not_all_members_are_a_named_error():
    found = list_problem(a_web_list(web_list_row({**FIGURES, "Poolt": 16})))
    assert "make 102, but 101 could vote" in found.problem


def test_a_row_without_those_present_is_a_named_error():
    row = web_list_row({name: value for name, value in FIGURES.items() if name != "Kohal"})
    assert list_problem(a_web_list(row)).problem == "no figure for 'Kohal'"


def test_a_vote_in_two_rows_is_a_named_error():
    row = web_list_row(FIGURES)
    assert "in two rows" in list_problem(a_web_list(row, row)).problem


def test_a_row_of_the_list_with_a_column_too_few_is_a_named_error():
    found = list_problem(a_web_list(replace=[("<td>15:31</td>", "")]))
    assert (found.element, found.problem[:7]) == ("tbody tr", "6 cells")


def test_a_row_of_the_list_without_a_link_to_its_vote_is_a_named_error():
    assert list_problem(a_web_list(web_list_row(FIGURES).replace("<a ", "<b "))).element == "a"


def test_a_list_of_a_period_without_a_sitting_is_a_named_error():
    html = a_web_list(replace=[("table-striped", "table-plain")])
    assert list_problem(html).problem == "no sitting in the period"


def test_a_table_without_a_heading_is_a_named_error():
    html = a_web_list(replace=[("h3", "h4")])
    assert list_problem(html).element == "h3"


@pytest.mark.parametrize("whole", [a_web_vote(), a_web_list()])
def test_a_page_that_is_cut_off_is_refused(whole):
    assert "does not end as one" in vote_problem(whole[: len(whole) // 2]).problem


def test_a_page_in_another_encoding_is_refused():
    found = vote_problem(a_web_vote().encode("cp1257"))
    assert (found.element, "UTF-8" in found.problem) == ("body", True)


def test_a_challenge_in_place_of_the_page_is_named_by_its_title():
    html = "<html><head><title>Just a moment...</title></head><body></body></html>"
    assert vote_problem(html).problem == "missing in the page titled 'Just a moment...'"


def test_another_type_of_content_is_refused():
    assert problem(answer(WEB_VOTE_URL, b"{}")).element == "Content-Type"


@given(strategies.text(max_size=80))
def test_whatever_stands_on_a_page_is_refused_or_read(text):
    found = page(WEB_VOTE_URL, f"<html><main><h1>{text}</h1></main></html>")
    assert problem(found).url == WEB_VOTE_URL
