import datetime as dt

import pytest
from senate_pages import ACT, SENT, a_file, a_list, a_listed_act, a_row, an_act, answer, problem, read

from scrapers.parliaments.poland.senat.acts import list_acts, next_page, sittings_in
from scrapers.parliaments.poland.senat.addresses import ACTS

COMMITTEES = '<span class="text"><p data-komisja="1" title="Komisji Pierwszej">- Komisji Pierwszej</p></span>'
SITTING = '<a href="/prace/posiedzenia/tematy,667,1.html"> 65. pos.  Senatu </a>'


def the_act(*rows, **changes):
    (bill,) = read(ACT, an_act(*rows, **changes))
    return bill


def the_last_step(*rows):
    return the_act(SENT, *rows).stages[-1]


def test_an_act_goes_by_its_print_and_is_apart_from_the_sejms_bill():
    act = the_act()
    assert (act.key, act.chamber, act.number) == ("pl-senat-11-17", "pl-senat", "17")
    assert (act.submitted, act.is_tracked) == (dt.date(2025, 9, 18), False)


def test_blanks_within_a_title_are_one_blank():
    assert the_act(title="Ustawa o  niczym\n podpisanym").title == "Ustawa o niczym podpisanym"


def test_a_referral_names_its_committees():
    step = the_last_step(a_row("Skierowanie ustawy do: ", "21 września 2025", COMMITTEES, "h4"))
    assert (step.kind, step.actor, step.decision) == ("referral", "Komisji Pierwszej", None)


def test_a_committees_motion_and_report_stand_with_its_meeting():
    motion = '<span class="text"> Wniosek komisji: o przyjęcie ustawy bez poprawek </span>'
    step = the_last_step(
        a_row("100. pos. Komisji Pierwszej", "23 września 2025", motion + a_file("Druk nr 17 A"))
    )
    assert (step.kind, step.document) == ("committee", "17 A")
    assert step.decision == "Wniosek komisji: o przyjęcie ustawy bez poprawek"


def test_the_sitting_goes_by_its_number_and_not_by_the_sites():
    step = the_last_step(a_row(SITTING, "23 września 2025", level="h4"))
    assert (step.kind, step.sitting) == ("second chamber", "pl-senat-11-65")
    assert sittings_in(answer(ACT, an_act(SENT, a_row(SITTING, "23 września 2025")))) == ["667"]


@pytest.mark.parametrize("heading", ["Rozpatrzenie ustawy przez komisje", "Rozpatrzenie ustawy przez Senat"])
def test_a_heading_without_a_date_is_no_step(heading):
    assert len(the_act(SENT, a_row(heading)).stages) == 1


def test_a_row_of_files_is_no_step_and_an_opinion_is_no_print():
    row = f'<li><div class="elem-col-right">{a_file("Opinia do ustawy (druk nr 99)")}</div></li>'
    act = the_act(SENT, row)
    assert (len(act.stages), act.documents) == (1, ("17",))


def test_a_step_that_we_do_not_know_keeps_its_words():
    step = the_last_step(a_row("Coś nowego", "24 września 2025"))
    assert (step.kind, step.label) == ("other", "Coś nowego")


def test_an_act_of_an_earlier_term_is_a_named_error_since_prints_begin_anew():
    early = a_row("Przekazanie ustawy do Senatu", "18 września 2019", a_file("Druk nr 17"))
    assert "before term 11" in problem(ACT, an_act(early)).problem


@pytest.mark.parametrize(
    ("body", "element"),
    [
        ("<p>nothing</p>", "div.timeline"),
        ('<div class="timeline"></div>', "div.title"),
        (an_act(a_row("Przekazanie ustawy do Senatu", "18 września 2025")), "a.file-desc"),
        (an_act(a_row("Przekazanie ustawy do Senatu", "18.09.2025", a_file("Druk nr 17"))), "span.small"),
        (an_act(a_row("Przekazanie ustawy do Senatu", "", a_file("Druk nr 17"))), "ul.elementy > li"),
    ],
)
def test_what_is_missing_in_an_act_is_a_named_error(body, element):
    assert problem(ACT, body).element == element


def test_the_firewalls_page_with_status_200_is_a_named_error():
    page = b"<html><head><title>Request Rejected</title></head><body>No.</body></html>"
    assert "firewall" in problem(ACT, page).problem


@pytest.mark.parametrize(
    ("body", "element"),
    [
        (b"", "body"),
        (f"<html><body>{an_act()}".encode(), "body"),
        (f"<html><body>{an_act()}</body></html>".encode("iso-8859-2"), "body"),
    ],
)
def test_an_empty_page_half_a_page_or_another_encoding_is_a_named_error(body, element):
    assert problem(ACT, body).element == element


def test_json_where_a_page_was_promised_is_a_named_error():
    found = answer(ACT, b"{}", "application/json")
    with pytest.raises(Exception, match="Content-Type"):
        list_acts(found)


def test_the_list_gives_the_prints_and_addresses_of_acts_and_no_records():
    page = a_list(a_listed_act(17), a_listed_act(16))
    assert read(ACTS, page) == ()
    assert [(act.number, act.url) for act in list_acts(answer(ACTS, page))] == [
        ("17", "https://www.senat.gov.pl/prace/ustawa,17.html"),
        ("16", "https://www.senat.gov.pl/prace/ustawa,16.html"),
    ]


@pytest.mark.parametrize(
    "page", ["<p>nothing</p>", '<table><tr><td class="numer-druku">17</td></tr></table>']
)
def test_a_list_without_acts_or_a_row_without_its_act_is_a_named_error(page):
    assert problem(ACTS, page).element == "td.numer-druku"


def test_only_the_next_page_of_the_list_is_asked_for():
    links = '<a href="page,1.html">1</a><a href="page,3.html">3</a>'
    second = answer(f"{ACTS}page,2.html", a_list(a_listed_act(17), more=links))
    assert next_page(second) == f"{ACTS}page,3.html"
    assert next_page(answer(ACTS, a_list(a_listed_act(17), more=links))) is None
