"""The tables that others extracted from the UN's pages, put back into the page's form and read by our pages.

They are no answers of the UN: footnotes and brackets were taken out of them before they came here.
"""

import csv
import datetime as dt

import pytest
from invented_treaty import TITLES, action_answer, status_answer, status_html, xml_answer
from recorded import REASON, WIRE

from scrapers.treaties.action_page import read_actions
from scrapers.treaties.cells import Cell
from scrapers.treaties.status_page import read_status
from scrapers.treaties.tables import read_table
from scrapers.treaties.xml_page import read_status_xml

UN = WIRE / "un"

pytestmark = pytest.mark.skipif(not UN.is_dir(), reason=REASON)

TABLES = {
    "apmbc": ("untc_xxvi-5_apmbc_table_2014.csv", 162, 161, 133),
    "ccm": ("untc_xxvi-6_ccm_table_2014.csv", 113, 84, 108),
    "ccw": ("untc_xxvi-2_ccw_table_2014.csv", 122, 117, 50),
    "ccw-ap2": ("untc_xxvi-2-b_amended_protocol_ii_table_2014.csv", 100, 100, 0),
}
"""The file of each table, its rows, and how many of them have joined and have signed."""

OPTIONAL_PROTOCOL = "untc_iv-5_iccpr_op1_table_withdrawn_states_2014.csv"
PARIS = "untc_showdetails_xxvii-7-d_paris_actions_{}.csv"


def rows_of(name):
    with (UN / name).open(encoding="utf-8", newline="") as file:
        headers, *rows = csv.reader(file)
    return tuple(headers), [tuple(row) for row in rows]


def read(treaty, reader=read_status, answer=status_answer):
    headers, rows = rows_of(TABLES[treaty][0])
    more = {"status": "Parties : 0"} if answer is status_answer else {}
    (page,) = reader(answer(treaty=treaty, headers=headers, rows=rows, **more))
    return page


def by_state(page):
    return {participant.state: participant for participant in page.participants}


@pytest.mark.parametrize("treaty", TABLES)
def test_the_tables_of_2014_give_the_number_of_parties_that_they_contain(treaty):
    _, rows, parties, signatories = TABLES[treaty]
    found = read(treaty).participants
    assert len(found) == rows
    assert sum(one.date is not None for one in found) == parties
    assert sum(one.signature is not None for one in found) == signatories


@pytest.mark.parametrize("treaty", TABLES)
def test_as_xml_they_say_the_same(treaty):
    assert read(treaty, read_status_xml, xml_answer).participants == read(treaty).participants


@pytest.mark.parametrize(
    ("treaty", "state", "action", "date"),
    [
        ("apmbc", "lt", "ratification", "2003-05-12"),
        ("apmbc", "lv", "accession", "2005-07-01"),
        ("apmbc", "ee", "accession", "2004-05-12"),
        ("apmbc", "pl", "ratification", "2012-12-27"),
        ("apmbc", "fi", "accession", "2012-01-09"),
        ("apmbc", "ua", "ratification", "2005-12-27"),
        ("ccm", "lt", "ratification", "2011-03-24"),
        ("ccw", "pl", "ratification", "1983-06-02"),
        ("ccw-ap2", "pl", "consent to be bound", "2003-10-14"),
        ("ccw-ap2", "fi", "consent to be bound", "1998-04-03"),
        ("ccw-ap2", "lv", "consent to be bound", "2002-08-22"),
    ],
)
def test_the_days_that_the_handbook_gives_are_read(treaty, state, action, date):
    found = by_state(read(treaty))[state]
    assert (found.action, found.date) == (action, dt.date.fromisoformat(date))


def test_lithuania_applied_the_convention_on_cluster_munitions_provisionally():
    assert by_state(read("ccm"))["lt"].provisional == dt.date(2011, 3, 24)


def test_a_signatory_of_2014_was_no_party():
    found = by_state(read("apmbc"))["mh"]
    assert (found.signature, found.action) == (dt.date(1997, 12, 4), None)


def test_of_the_five_only_lithuania_is_in_the_table_of_the_convention_on_cluster_munitions():
    assert {"ee", "fi", "lt", "lv", "pl"} & set(by_state(read("ccm"))) == {"lt"}


def test_a_state_that_left_is_no_party_where_its_brackets_are_left_in():
    headers, rows = rows_of(OPTIONAL_PROTOCOL)
    left = {"Jamaica", "Trinidad and Tobago"}
    printed = [(f"[{name}]" if name in left else name, *cells) for name, *cells in rows]
    answer = status_answer(body=status_html())
    found = read_table(answer, headers, [[Cell(text) for text in row] for row in printed])
    assert {one.name for one in found if one.is_bracketed} == left
    parties = [one.state for one in found if one.date is not None and not one.is_bracketed]
    assert len(parties) == sum(bool(row[2]) for row in rows) - 2
    assert not {"jm", "tt"} & set(parties)


def test_without_their_brackets_nothing_tells_them_from_parties():
    headers, rows = rows_of(OPTIONAL_PROTOCOL)
    found = read_table(status_answer(), headers, [[Cell(text) for text in row] for row in rows])
    assert {one.state for one in found if one.date is not None} >= {"jm", "tt"}


def actions_of(version):
    """The actions of the Paris Agreement, under the title of a treaty that we follow."""
    _, rows = rows_of(PARIS.format(version))
    printed = []
    for _, name, signature, joined, kind, effect, *_ in rows:
        printed += [(name, "Signature", slashed(signature), "")] if signature else []
        printed += [(name, kind, slashed(joined), slashed(effect))] if joined else []
    (page,) = read_actions(action_answer(rows=printed, title=TITLES["apmbc"]))
    return page.actions


def slashed(day):
    return dt.date.fromisoformat(day).strftime("%d/%m/%Y") if day else ""


@pytest.mark.parametrize("version", ["2020-11", "2023"])
def test_the_actions_on_the_paris_agreement_are_read_in_the_form_of_the_page(version):
    _, rows = rows_of(PARIS.format(version))
    joined = [act for act in actions_of(version) if act.action != "signature"]
    assert len(joined) == sum(bool(row[3]) for row in rows)
    assert {act.label for act in joined} == {row[4] for row in rows if row[4]}


def test_a_state_that_came_back_shows_only_its_second_joining():
    days = {
        version: [
            str(act.date) for act in actions_of(version) if act.state == "us" and act.action == "acceptance"
        ]
        for version in ("2020-11", "2023")
    }
    assert days == {"2020-11": ["2016-09-03"], "2023": ["2021-01-20"]}
