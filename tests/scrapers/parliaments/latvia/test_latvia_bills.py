"""The card of a bill or draft decision, on invented ones."""

import datetime as dt

import pytest
from invented_saeima import TITANIA, card_page, problem, read

BILL = f"{TITANIA}/saeimalivs14.nsf/webSasaiste?OpenView&restricttocategory=7/Lp14"
DECISION = f"{TITANIA}/saeimalivs_lmp.nsf/webSasaiste?OpenView&restricttocategory=7/Lm14"

HEADING = ["1.", "Nr: 7/Lp14", "", "Par zilo krāsu"]
COLUMNS = ["", "Iesniegts", "Prezidijs", "Nodošana komis.", "1. lasījums", "2.lasījums"]
DATES = ["Datums", "01.02.2025", "03.02.2025", "06.02.2025", "13.02.2025", ""]
RESULTS = ["Rezultāts", "", "", "Nod. kom.", "Pieņemts", ""]
PAPERS = ["Dok. nr.", "", "", "70, 70A", "71", ""]
DEADLINES = ["Termiņš", "", "", "", "20.02.2025", ""]
ROWS = [HEADING, COLUMNS, DATES, RESULTS, PAPERS, DEADLINES]
SPONSOR = "<div>Saeimas sēdes dokumenti:</div><div>Iesniedzēji: 001 Member, 002 Member</div>"

DECISION_ROWS = [
    ["1.", "Nr: 7/Lm14", "", "Par zaļo krāsu"],
    ["Iesniegts", "Saeimas sēde", "Dok. nr.", "Rezultāts"],
    ["01.02.2025", "06.02.2025", "80", "Paziņojums"],
]


def card(rows=ROWS, url=BILL, extra=SPONSOR):
    bill, *steps = read(url, card_page(rows, extra))
    return bill, [step.stage for step in steps]


def changed(row, **cells):
    """The card with some cells of one of its rows replaced: `_2` is the third cell."""
    replaced = list(ROWS[row])
    for place, cell in cells.items():
        replaced[int(place.removeprefix("_"))] = cell
    return [replaced if number == row else cells_ for number, cells_ in enumerate(ROWS)]


def error_of(rows, url=BILL):
    return problem(url, card_page(rows))


def test_a_bill_has_its_number_title_and_card():
    bill, _ = card()
    assert (bill.key, bill.term, bill.number, bill.title) == (
        "lv-saeima-7-lp14",
        "lv-saeima-14",
        "7/Lp14",
        "Par zilo krāsu",
    )
    assert bill.url == BILL


def test_a_bill_has_the_numbers_of_all_its_papers_once():
    rows = changed(4, _5="71")
    assert card(rows)[0].documents == ("70", "70A", "71")


def test_each_column_with_a_date_is_a_step():
    _, stages = card()
    assert [(stage.kind, stage.label, stage.date) for stage in stages] == [
        ("submission", "Iesniegts", dt.date(2025, 2, 1)),
        ("announcement", "Prezidijs", dt.date(2025, 2, 3)),
        ("referral", "Nodošana komis.", dt.date(2025, 2, 6)),
        ("first reading", "1. lasījums", dt.date(2025, 2, 13)),
    ]


def test_a_step_has_its_result_and_papers():
    _, stages = card()
    assert (stages[2].decision, stages[2].document) == ("Nod. kom.", "70, 70A")
    assert (stages[0].decision, stages[0].document) == (None, None)


def test_the_steps_have_the_places_that_they_have_in_the_open_data_too():
    _, *steps = read(BILL, card_page(ROWS))
    assert [step.position for step in steps] == [1, 2, 3, 4]


def test_a_column_without_a_date_is_no_step_yet():
    assert len(card(changed(2, _5="20.02.2025"))[1]) == 5
    assert len(card()[1]) == 4


def test_the_first_step_names_who_submitted_the_bill():
    _, stages = card()
    assert [stage.actor for stage in stages] == ["001 Member, 002 Member", None, None, None]


def test_who_submitted_it_may_stand_outside_the_element_of_the_label():
    _, stages = card(extra="<div><b>Iesniedzēji:</b> Zilā komisija</div>")
    assert stages[0].actor == "Zilā komisija"


def test_a_card_need_not_say_who_submitted_the_bill():
    assert card(extra="")[1][0].actor is None


def test_links_to_papers_are_read_as_their_numbers():
    links = '<a href="./x">70</a>, <a href="./y">70A</a>'
    assert card(changed(4, _3=links))[1][2].document == "70, 70A"


def test_a_decision_has_two_steps_in_one_row():
    bill, stages = card(DECISION_ROWS, DECISION, "<p>Referents: 003 Member Iesniedzēji: Zilā komisija</p>")
    assert (bill.key, bill.kind) == ("lv-saeima-7-lm14", "lēmuma projekts")
    assert [(stage.kind, stage.actor, stage.decision, stage.document) for stage in stages] == [
        ("submission", "Zilā komisija", None, None),
        ("only reading", None, "Paziņojums", "80"),
    ]


@pytest.mark.parametrize("rows", [DECISION_ROWS[:2], [*DECISION_ROWS[:2], ["01.02.2025"]]])
def test_a_decision_without_its_row_is_refused(rows):
    assert error_of(rows, DECISION).problem == "no row under it"


def test_a_decision_without_a_column_is_refused():
    rows = [DECISION_ROWS[0], ["Iesniegts", "Dok. nr.", "Rezultāts"], ["01.02.2025", "80", ""]]
    assert error_of(rows, DECISION).element == "Saeimas sēde"


def test_an_unknown_column_is_refused():
    assert error_of(changed(1, _2="Zilā lasījums")).problem == "unknown step 'Zilā lasījums'"


@pytest.mark.parametrize(("row", "element"), [(2, "Datums"), (3, "Rezultāts"), (4, "Dok. nr.")])
def test_a_row_that_is_missing_is_named(row, element):
    assert error_of([cells for number, cells in enumerate(ROWS) if number != row]).element == element


def test_a_row_with_fewer_cells_than_there_are_columns_is_missing():
    assert error_of([*ROWS[:2], DATES[:3], *ROWS[3:]]).element == "Datums"


@pytest.mark.parametrize(
    ("rows", "element"), [(ROWS[1:], "Nr:"), ([HEADING], "Iesniegts"), ([], "Nr:")], ids=str
)
def test_what_is_no_card_is_refused(rows, element):
    assert error_of(rows).element == element


def test_the_card_of_another_bill_is_refused():
    assert error_of(changed(0, _1="Nr: 8/Lp14")).problem == "'8/Lp14' where '7/Lp14' was asked for"


def test_a_card_without_a_title_is_refused():
    assert error_of(changed(0, _3="")).element == "title of 7/Lp14"


def test_a_card_on_which_nothing_has_a_date_is_refused():
    assert error_of(changed(2, _1="", _2="", _3="", _4="")).problem == "no step has a date"


@pytest.mark.parametrize("date", ["2025-02-06", "31.02.2025", "drīz"])
def test_a_date_in_another_form_is_refused(date):
    assert error_of(changed(2, _3=date)).problem == f"{date!r} is not a date"


def test_an_empty_answer_is_refused():
    assert problem(BILL, b"").problem == "empty"
