"""The status page and the same as XML: both tables are read by their headers."""

import datetime as dt

import pytest
from invented_treaty import HEADERS, ROWS, TITLES, status_answer, status_html, status_xml, xml_answer

from scrapers.pages import PageError
from scrapers.treaties.status_page import action_lists, read_status
from scrapers.treaties.xml_page import read_status_xml

DAY = dt.date(2003, 5, 12)


def read(**changes):
    (page,) = read_status(status_answer(**changes))
    return page


def read_xml(**changes):
    (page,) = read_status_xml(xml_answer(**changes))
    return page


def problem(answer, reader=read_status):
    with pytest.raises(PageError) as caught:
        list(reader(answer))
    return f"{caught.value.element}: {caught.value.problem}"


def one(name, *cells, headers=HEADERS, **changes):
    (found,) = read(rows=[(name, *cells)], headers=headers, status="Parties : 0", **changes).participants
    return found


@pytest.mark.parametrize("reader", [read, read_xml])
def test_a_row_says_who_signed_and_joined_and_when(reader):
    found = reader().participants[0]
    assert (found.name, found.state, found.action, found.date) == ("Atlantis", "xa", "ratification", DAY)
    assert found.signature == dt.date(1997, 12, 3)


@pytest.mark.parametrize("reader", [read, read_xml])
def test_a_letter_says_how_a_state_joined(reader):
    found = reader().participants[1]
    assert (found.action, found.letter, found.signature) == ("accession", "a", None)


@pytest.mark.parametrize("reader", [read, read_xml])
def test_a_signatory_that_has_not_joined_is_a_row_without_an_action(reader):
    found = reader().participants[2]
    assert (found.action, found.date, found.signature) == (None, None, dt.date(1997, 12, 4))


@pytest.mark.parametrize("reader", [read, read_xml])
def test_the_page_states_its_own_count(reader):
    assert (reader().parties, reader().signatories) == (2, 2)


def test_both_pages_tell_the_same_actions_each_in_its_own_name():
    html, xml = read().actions, read_xml().actions
    assert [act.key.replace("un-status", "un-xml") for act in html] == [act.key for act in xml]
    assert [act.key for act in html] == [
        "apmbc-xa-signature-1997-12-03-in-un-status",
        "apmbc-xa-ratification-2003-05-12-in-un-status",
        "apmbc-xb-accession-2005-07-01-in-un-status",
        "apmbc-xc-signature-1997-12-04-in-un-status",
    ]


def test_columns_are_found_by_their_headers_in_any_order():
    found = one("Atlantis", "12 May 2003", "3 Dec 1997", headers=(HEADERS[0], HEADERS[2], HEADERS[1]))
    assert (found.date, found.signature) == (DAY, dt.date(1997, 12, 3))


def test_provisional_application_has_a_column_of_its_own():
    headers = (*HEADERS[:2], "Provisional application(n)", "Accession(a), Ratification")
    found = read(
        rows=[("Atlantis", "3 Dec 2008", "24 Mar 2011 n", "24 Mar 2011")], headers=headers, treaty="ccm"
    )
    assert found.participants[0].provisional == dt.date(2011, 3, 24)
    assert [act.action for act in found.actions] == ["signature", "provisional application", "ratification"]


def test_a_protocol_without_signature_is_joined_by_consent_to_be_bound():
    headers = ("Participant", "Succession(d), Consent to be bound(P)")
    (found,) = read(rows=[("Atlantis", "12 May 2003 P")], headers=headers, treaty="ccw-ap2").participants
    assert (found.action, found.letter) == ("consent to be bound", "P")


def test_case_of_a_letter_counts():
    assert one("Atlantis", "", "12 May 2003 A").action == "acceptance"
    assert one("Atlantis", "", "12 May 2003 a").action == "accession"
    assert one("Atlantis", "", "12 May 2003 AA").action == "approval"


@pytest.mark.parametrize("cells", [("[Atlantis]", "12 May 2003"), ("Atlantis", "[12 May 2003]")])
def test_brackets_round_the_name_or_the_day_are_kept_with_row_and_action(cells):
    found = read(rows=[(cells[0], "", cells[1])], status="Parties : 0")
    assert (found.participants[0].name, found.participants[0].is_bracketed) == ("Atlantis", True)
    assert [(act.action, act.is_bracketed) for act in found.actions] == [("ratification", True)]


def test_no_withdrawal_follows_from_brackets():
    found = read(rows=[("[Atlantis]", "3 Dec 1997", "12 May 2003")], status="Parties : 0")
    assert "withdrawal" not in {act.action for act in found.actions}


def test_footnotes_are_kept_and_leave_the_name_alone():
    found = one("<span>Atlantis<sup>1</sup></span>", "", "<span>12 May 2003<sup>2</sup></span>")
    assert (found.name, found.footnotes) == ("Atlantis", "1, 2")


def test_another_name_of_a_state_means_the_same_state():
    assert one("Land of Cockaigne", "", "12 May 2003").state == "xc"


def test_escaped_marks_in_xml_are_marks():
    rows = [("Atlantis<superscript>1</superscript> <i>(Sunken Republic of)</i>", "", "12 May 2003")]
    found = read_xml(rows=rows).participants[0]
    assert (found.name, found.footnotes) == ("Atlantis (Sunken Republic of)", "1")


def test_names_of_elements_are_read_in_any_case():
    assert read_xml(case=str.lower) == read_xml(case=str.upper) == read_xml()


def test_the_other_form_of_table_in_xml_is_read_too():
    assert read_xml(special=True).participants == read_xml().participants


def test_xml_is_read_in_the_encoding_that_it_declares():
    body = status_xml(rows=[("C\u00f4te d'Ivoire", "", "12 May 2003")])
    (page,) = read_status_xml(xml_answer(body=body))
    assert page.participants[0].state == "ci"


def test_the_beginning_of_the_ids_may_drift():
    assert read(prefix="ctl00_ContentPlaceHolder1_") == read()


def test_a_table_without_the_id_is_found_by_its_first_header():
    body = status_html().replace("tblgrid", "other")
    (page,) = read_status(status_answer(body=body))
    assert len(page.participants) == 3


def test_the_page_leads_to_the_list_of_actions_once():
    link = '<a href="/Pages/showDetails.aspx?objid=0800000280aBcDeF">x</a>'
    assert action_lists(status_answer(link=link + link)) == [
        "https://treaties.un.org/Pages/showDetails.aspx?objid=0800000280aBcDeF&clang=_en"
    ]


def test_an_unknown_letter_is_an_error():
    assert problem(status_answer(rows=[("Atlantis", "", "12 May 2003 x")])) == (
        f"{HEADERS[2]!r} of Atlantis: the letter 'x' is not in the header"
    )


def test_a_day_without_a_letter_where_the_header_needs_one_is_an_error():
    headers = ("Participant", "Succession(d), Consent to be bound(P)")
    assert "the letter '' is not" in problem(
        status_answer(rows=[("Atlantis", "1 May 2003")], headers=headers)
    )


def test_an_unknown_name_is_an_error_that_names_it():
    assert problem(status_answer(rows=[("Lilliput", "", "12 May 2003")])) == (
        "participant 'Lilliput': 'Lilliput' is no name of a state in db/states.yaml"
    )


def test_a_state_that_stands_in_a_table_twice_is_an_error():
    rows = [("Cockaigne", "", "12 May 2003"), ("Land of Cockaigne", "", "13 May 2003")]
    assert problem(status_answer(rows=rows)) == (
        "table of participants: xc stands in it as Cockaigne and Land of Cockaigne"
    )


def test_a_table_without_rows_is_an_error():
    assert problem(status_answer(rows=[])) == "table of participants: no row"


@pytest.mark.parametrize(
    "headers",
    [
        ("Participant", "Signature", "Ratification, Party(p)"),
        ("Participant", "Signature", ""),
        ("Participant", "Signature", "Signature, Ratification"),
        ("Participant", "Signature", "Signature"),
        ("Participant", "Ratification", "Accession(a)"),
    ],
)
def test_an_unknown_empty_or_double_header_is_an_error(headers):
    assert problem(status_answer(headers=headers)).startswith("header")


def test_a_row_with_a_cell_too_few_is_an_error():
    assert problem(status_answer(rows=[("Atlantis", "12 May 2003")])).startswith("row: ")


def test_the_title_of_another_treaty_is_an_error():
    assert problem(status_answer(title=TITLES["ccm"])) == (
        "title: the title of XXVI-6 where XXVI-5 was asked for"
    )


def test_the_title_of_a_protocol_is_not_taken_for_that_of_its_convention():
    assert read(treaty="ccw-ap2").treaty == "ccw-ap2"
    assert read(treaty="ccw").treaty == "ccw"
    fourth = "2. a Additional Protocol to the " + TITLES["ccw"].removeprefix("2 . ")
    assert "none of the treaties" in problem(status_answer(treaty="ccw", title=fourth))


def test_a_page_that_states_no_number_of_parties_is_an_error():
    assert problem(status_answer(status="Parties : none")).startswith("status: ")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("", "body: empty"),
        (status_html()[:-9], "body: not a whole page, titled 'UNTC'"),
        (
            "<html><body>The site is under urgent maintenance and is currently unavailable</body></html>",
            "maintenance",
        ),
        ("<html><head><title>Home</title></head></html>", "tcTreaty: missing or empty"),
    ],
)
def test_another_page_that_was_answered_with_200_is_an_error(body, message):
    assert message in problem(status_answer(body=body))


def test_a_table_that_lost_most_of_its_rows_is_an_error():
    assert problem(status_answer(status="Parties : 160")) == "table of participants: 2 of 160 parties"


def test_a_page_without_a_table_is_an_error():
    body = status_html().replace("Participant", "Other")
    assert problem(status_answer(body=body)).startswith("tblgrid: no table")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "<html><head><title>Error</title></head></html>",
            "body: no XML where XML was promised, titled 'Error'",
        ),
        ("<html>urgent maintenance and is currently unavailable</html>", "body: a notice of maintenance"),
        ("", "body: no XML"),
        ('<?xml version="1.0"?><Treaty><ExternalData>', "body: not whole XML"),
        ('<?xml version="1.0"?><Treaty></Treaty>', "externaldata/titlesect: missing or empty"),
        (status_xml(title=""), "externaldata/titlesect: missing or empty"),
        (status_xml(rows=[]), "Participants: no table with headers and rows"),
        (status_xml(headers=[]), "Participants: no table with headers and rows"),
        (status_xml(parties=""), "status: "),
    ],
)
def test_what_is_no_whole_xml_or_lacks_its_header_is_an_error(body, message):
    assert problem(xml_answer(body=body), read_status_xml).startswith(message)


def test_an_address_of_another_treaty_is_an_error():
    answer = status_answer()
    other = type(answer)(url=answer.url.replace("XXVI-5", "XXVI-8"), body=answer.body)
    assert problem(other).startswith("address: ")
    assert len(ROWS) == 3
