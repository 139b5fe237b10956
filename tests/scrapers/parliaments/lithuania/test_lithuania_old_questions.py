"""Questions and sittings on the old site of an invented Seimas."""

from dataclasses import replace

import pytest
from invented_seimas import (
    error_of,
    old_answer,
    old_event,
    old_item,
    old_page,
    old_question,
    only,
    read,
)

from db.records import Bill, Sitting, Tally, TallyReport
from scrapers.parliaments.lithuania import OLD_QUESTION, OLD_SITTING, PARLIAMENT
from scrapers.parliaments.lithuania.spider import SeimasSpider

AFTER_PRESENTATION = old_event(-10001, "dėl pritarimo po pateikimo", "pritarta", (82, 0, 3))
AMENDMENT = old_event(-10002, "dėl 4 straipsnio Member 017 pataisos", "nepritarta", (29, 7, 35))


def bill_of(*events, items=()):
    return only(Bill, read(old_question(*events, items=items)))


def sitting_page(*items):
    body = old_page("Seimo posėdis  Nr.302 (2011-03-24, rytinis)", *items)
    return old_answer("fakt_pos?p_fakt_pos_id=-500001", body)


def test_a_bill_has_the_stage_of_the_question():
    bill = bill_of(AFTER_PRESENTATION)
    (stage,) = bill.stages
    assert (bill.key, bill.term, bill.documents) == (
        "lt-seimas-xip-17",
        "lt-seimas-6",
        ("XIP-17", "XIP-17(2)"),
    )
    assert (stage.kind, stage.label, stage.document) == ("first reading", "pateikimas", "XIP-17(2)")
    assert stage.sitting == "lt-seimas--500001"


def test_a_stage_is_settled_by_the_vote_for_the_bill():
    (stage,) = bill_of(AFTER_PRESENTATION).stages
    assert (stage.vote, stage.decision) == ("lt-seimas--10001", "pritarta")


def test_a_vote_on_an_amendment_settles_no_stage():
    (stage,) = bill_of(AFTER_PRESENTATION, AMENDMENT).stages
    assert stage.vote == "lt-seimas--10001"
    assert bill_of(AMENDMENT).stages[0].vote is None


def test_of_three_stages_in_one_question_each_has_its_own_vote():
    items = [f"<li><b>Mėlyna (Nr. XIP-17)</b>; {s}</li>" for s in ("pateikimas", "svarstymas", "priėmimas")]
    adopted = old_event(-10003, "dėl šio įstatymo priėmimo", "priimta", (80, 1, 2))
    bill = bill_of(AFTER_PRESENTATION, adopted, items=items)
    assert [(stage.kind, stage.vote) for stage in bill.stages] == [
        ("first reading", "lt-seimas--10001"),
        ("second reading", None),
        ("final vote", "lt-seimas--10003"),
    ]


def test_the_figures_of_a_vote_are_reported_and_not_merged():
    report = only(TallyReport, read(old_question(AFTER_PRESENTATION)))
    assert (report.vote, report.place) == ("lt-seimas--10001", "question -9300")
    assert report.tally == Tally(yes=82, no=0, abstain=3)


def test_a_question_without_a_vote_still_has_its_bill():
    assert bill_of().stages[0].decision is None


def test_a_question_without_a_title_is_a_named_error():
    assert error_of(old_question(items=["<li>nothing</li>"])).element == "ol > li > b"


def test_a_sitting_on_a_day_that_is_in_no_calendar_is_a_named_error():
    question = old_question()
    spoilt = replace(question, body=question.body.replace(b"2011-03-24", b"2011-02-30"))
    assert error_of(spoilt).problem == "'2011-02-30' is not a day"


def test_a_vote_told_in_another_form_is_a_named_error():
    spoilt = AFTER_PRESENTATION.replace("susilaikė", "kita")
    assert error_of(old_question(spoilt)).element == "Įvyko balsavimas"


def test_the_votes_of_a_question_are_followed():
    requests = SeimasSpider().follow(OLD_QUESTION, old_question(AFTER_PRESENTATION, AMENDMENT))
    assert [request.url for request in requests] == [
        "http://www3.lrs.lt/pls/inter/w5_sale.bals?p_bals_id=-10001",
        "http://www3.lrs.lt/pls/inter/w5_sale.bals?p_bals_id=-10002",
    ]


def test_the_questions_of_a_sitting_are_followed_each_once():
    items = old_item("Mėlyna"), old_item("Mėlyna"), old_item("Žalia", question_id="-9301")
    requests = SeimasSpider().follow(OLD_SITTING, sitting_page(*items))
    assert [request.url.rpartition("=")[2] for request in requests] == ["-9300", "-9301"]


def test_the_sitting_of_the_address_is_stored():
    sitting = only(Sitting, read(sitting_page(old_item("Mėlyna"))))
    assert (sitting.key, sitting.number) == ("lt-seimas--500001", 302)


def test_a_sitting_without_a_question_is_a_named_error():
    assert error_of(sitting_page()).element == "klaus_stadija"


@pytest.mark.parametrize("program", ["w5_sale", "w5_sale_new"])
def test_both_programs_of_the_old_site_are_read(program):
    url = f"http://www3.lrs.lt/pls/inter/{program}.klaus_stadija?p_svarst_kl_stad_id=-9211"
    assert PARLIAMENT.page_for(url) == OLD_QUESTION
