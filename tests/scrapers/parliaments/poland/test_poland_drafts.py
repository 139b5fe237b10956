import datetime as dt

import pytest
from poland_answers import changed, problem, read

PATH = "bills?limit=500"


def a_draft(**changes):
    content = {
        "term": 10,
        "number": "RPW/17/2025",
        "title": "Poselski projekt ustawy o niczym",
        "applicantType": "DEPUTIES",
        "submissionType": "BILL",
        "status": "ACTIVE",
        "dateOfReceipt": "2025-01-02",
    }
    return changed(content, **changes)


def the_draft(**changes):
    (bill,) = read(PATH, [a_draft(**changes)])
    return bill


def test_a_draft_goes_by_the_number_of_its_receipt():
    bill = the_draft()
    assert (bill.key, bill.number) == ("pl-sejm-10-rpw-17-2025", "RPW/17/2025")
    assert (bill.kind, bill.submitted) == ("BILL", dt.date(2025, 1, 2))


def test_a_draft_without_a_print_names_no_paper_by_which_votes_could_be_joined_to_it():
    bill = the_draft()
    assert bill.documents == ()
    assert bill.stages[0].document is None


def test_a_draft_that_got_a_print_names_it_but_does_not_take_the_votes_of_its_bill():
    bill = the_draft(print="3028")
    assert bill.documents == ()
    assert bill.stages[0].document == "3028"


def test_a_draft_on_leaving_the_convention_is_found_by_its_title_and_is_not_the_tracked_bill():
    title = "Poselski projekt ustawy o wypowiedzeniu Konwencji o zakazie min przeciwpiechotnych"
    bill = the_draft(title=title)
    assert (bill.title, bill.is_tracked) == (title, False)


@pytest.mark.parametrize(
    ("word", "sponsor"), [("GOVERNMENT", "government"), ("SENATE", "Senate"), ("CITIZENS", "citizens")]
)
def test_the_source_says_who_a_draft_comes_from(word, sponsor):
    assert the_draft(applicantType=word).sponsor == sponsor


@pytest.mark.parametrize(
    ("status", "decision"),
    [("ACTIVE", None), ("NOT_PROCEEDED", "NOT_PROCEEDED"), ("WITHDRAWN", "WITHDRAWN")],
)
def test_a_draft_that_is_not_active_has_the_sources_word_for_its_end(status, decision):
    assert the_draft(status=status).decision == decision


@pytest.mark.parametrize(("element", "word"), [("applicantType", "KING"), ("status", "LOST")])
def test_an_unknown_word_is_a_named_error(element, word):
    assert problem(PATH, [a_draft(**{element: word})]).element == f"$[0].{element}"


def test_an_empty_first_page_is_a_named_error():
    assert problem(PATH, []).element == "$"


def test_an_empty_later_page_is_the_end_of_the_list():
    assert read(f"{PATH}&offset=500", []) == ()


def test_a_draft_of_another_term_is_a_named_error():
    assert problem(PATH, [a_draft(term=9)]).element == "$[0].term"


def test_an_html_page_is_a_named_error():
    assert problem(PATH, b"<html><title>Request Rejected</title></html>").element == "body"
