"""Tallies by groups, sides and districts, of the years before 2008."""

import pytest
from invented_eduskunta import part as row
from invented_eduskunta import parts_answer, read

from db.records import Breakdown, Tally
from scrapers.pages import PageError
from scrapers.parliaments.finland import OLD_BREAKDOWNS, PARLIAMENT
from scrapers.parliaments.finland.oldbreakdowns import breakdowns_of

BLUE, GREEN = row("Sininen eduskuntaryhmä", (2, 0, 1, 0)), row("Viherä eduskuntaryhmä", (0, 1, 0, 1))


def error_of(*table, **changes):
    with pytest.raises(PageError) as caught:
        read(parts_answer(*table, **changes))
    return caught.value


def test_an_old_tally_by_groups_is_read_under_the_names_that_the_source_prints():
    (found,) = read(parts_answer(BLUE, GREEN))
    assert found.vote == "13000"
    assert found.parts == (
        Breakdown(
            kind="faction",
            label="Sininen eduskuntaryhmä",
            tally=Tally(yes=2, no=0, abstain=1, absent=0),
        ),
        Breakdown(
            kind="faction",
            label="Viherä eduskuntaryhmä",
            tally=Tally(yes=0, no=1, abstain=0, absent=1),
        ),
    )


@pytest.mark.parametrize(
    ("word", "kind"),
    [("eduskuntaryhma", "faction"), ("hallitusoppositio", "side"), ("vaalipiiri", "district")],
)
def test_an_old_tally_is_by_groups_by_sides_and_by_districts(word, kind):
    (found,) = read(parts_answer(row("Kaikki", (2, 1, 1, 1), kind=word)))
    assert [part.kind for part in found.parts] == [kind]


def test_an_old_tally_by_anything_else_is_a_named_error():
    assert error_of(row("Kaikki", (2, 1, 1, 1), kind="sukupuoli")).element == "Tyyppi"


def test_a_part_of_an_old_tally_that_does_not_add_up_is_a_named_error():
    error = error_of({**BLUE, "Yhteensa": "4"})
    assert error.element == "Yhteensa, Sininen eduskuntaryhmä"


def test_a_group_that_stands_twice_in_an_old_tally_is_a_named_error():
    assert error_of(BLUE, BLUE).element == "Ryhma"


def test_a_part_of_an_old_tally_without_a_name_is_a_named_error():
    assert error_of({**BLUE, "Ryhma": None}).element == "Ryhma"


def test_a_part_of_another_tally_than_was_asked_for_is_a_named_error():
    assert error_of(BLUE, {**GREEN, "AanestysId": "13001"}).element == "AanestysId"


def test_an_old_tally_that_is_not_whole_is_a_named_error():
    assert error_of(BLUE, hasMore=True).element == "hasMore"


def test_an_old_vote_without_breakdowns_is_a_named_error():
    assert error_of().element == "rowData"


@pytest.mark.parametrize("column", sorted(BLUE))
def test_a_column_of_breakdowns_that_is_missing_is_a_named_error(column):
    bare = {name: value for name, value in BLUE.items() if name != column}
    assert column in error_of(bare).problem


def test_nothing_is_followed_from_the_breakdowns_of_an_old_vote():
    page = PARLIAMENT.page_for(breakdowns_of("13000"))
    assert page == OLD_BREAKDOWNS
    assert page.is_leaf
