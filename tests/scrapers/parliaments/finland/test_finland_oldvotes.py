"""Votes of the years before 2008, in the tables of an invented old service."""

import datetime as dt

import pytest
from invented_eduskunta import old_answer, row

from db.records import Expectation, Sitting, Tally, Vote
from scrapers.pages import PageError
from scrapers.parliaments.finland import OLD_VOTES, PARLIAMENT
from scrapers.parliaments.finland.oldvotes import next_rows, rows_of_year

URL = rows_of_year(1999)


def read(*table, **changes):
    given = old_answer(URL, *table, **changes)
    return PARLIAMENT.page_for(given.url).read(given)


def vote_of(**changes):
    (found,) = votes_in(row(**changes))
    return found


def votes_in(*table):
    return [record for record in read(*table) if isinstance(record, Vote)]


def error_of(*table, **changes):
    with pytest.raises(PageError) as caught:
        read(*table, **changes)
    return caught.value


def test_a_vote_has_the_key_that_the_new_service_would_give_it():
    found = vote_of()
    assert (found.key, found.sitting, found.term) == (
        "fi-eduskunta-1999-3-2",
        "fi-eduskunta-1999-3",
        "fi-eduskunta-1999",
    )


def test_an_old_vote_comes_without_ballots_and_says_by_which_identifier_they_go():
    found = vote_of()
    assert (found.ballots_status, found.ballots, found.identifier) == ("not_collected", (), "13000")


def test_an_old_vote_says_how_many_ballots_it_has():
    (found,) = (record for record in read(row()) if isinstance(record, Expectation))
    assert found == Expectation(subject="fi-eduskunta-1999-3-2", what="ballots", expected=199)


def test_an_old_vote_whose_identifier_is_no_number_is_a_named_error():
    assert error_of(row(AanestysId="")).element == "AanestysId"


def test_values_filled_up_with_blanks_are_stripped():
    assert vote_of().declared == Tally(yes=100, no=80, abstain=0, absent=19)
    assert vote_of().title == "Hallituksen esitys sinisestä laista"


def test_each_vote_stands_twice_and_only_the_finnish_row_is_read():
    swedish = row(AanestysId="13001", KieliId="2", AanestysOtsikko="Godkännande / förkastande")
    assert [vote.question for vote in votes_in(row(), swedish)] == ["Hyväksyminen / hylkääminen"]


def test_a_row_in_a_third_language_is_a_named_error():
    assert error_of(row(KieliId="3")).element == "KieliId"


def test_a_vote_that_stands_twice_in_finnish_is_a_named_error():
    assert error_of(row(), row(AanestysId="13001")).element == "rowData"


@pytest.mark.parametrize(
    ("midnight", "moment", "day", "utc"),
    [
        ("1999-03-30 00:00:00", "1999-03-30 14:05:06", "1999-03-30", "1999-03-30T11:05:06+00:00"),
        ("1999-12-17 00:00:00", "1999-12-17 14:05:06", "1999-12-17", "1999-12-17T12:05:06+00:00"),
        ("1999-12-16 22:00:00", "1999-12-17 14:05:06", "1999-12-17", "1999-12-17T14:05:06+00:00"),
        ("1999-06-16 21:00:00", "1999-06-17 14:05:06", "1999-06-17", "1999-06-17T14:05:06+00:00"),
    ],
)
def test_times_are_in_one_of_two_zones_by_how_midnight_is_written(midnight, moment, day, utc):
    found = vote_of(IstuntoPvm=midnight, AanestysAlkuaika=moment)
    assert found.date.isoformat() == day
    assert found.time.astimezone(dt.UTC).isoformat() == utc


@pytest.mark.parametrize("midnight", ["1999-03-30 12:00:00", "30.3.1999", "", None])
def test_a_day_that_is_no_midnight_of_helsinki_is_a_named_error(midnight):
    assert error_of(row(IstuntoPvm=midnight)).element == "IstuntoPvm"


def test_a_vote_of_an_unknown_moment_has_none():
    assert vote_of(AanestysAlkuaika=None).time is None


def test_the_number_of_the_minutes_is_compared_with_the_sitting():
    assert error_of(row(AanestysPoytakirja="PTK 4/1999 vp")).element == "AanestysPoytakirja"


@pytest.mark.parametrize("matter", [" / vp", "", None])
def test_a_vote_on_no_matter_has_no_bill(matter):
    assert (vote_of(AanestysValtiopaivaasia=matter).bill, vote_of().bill) == (None, "fi-eduskunta-he-7-1999")


def test_a_matter_of_another_form_is_a_named_error():
    assert error_of(row(AanestysValtiopaivaasia="HE seitsemän")).element == "AanestysValtiopaivaasia"


@pytest.mark.parametrize(("mark", "is_annulled"), [("0", False), ("1", True)])
def test_an_annulled_vote_says_so(mark, is_annulled):
    found = vote_of(AanestysMitatoity=mark)
    assert (found.is_annulled, found.outcome) == (is_annulled, "annulled" if is_annulled else "passed")


def test_an_unknown_mark_of_annulment_is_a_named_error():
    assert error_of(row(AanestysMitatoity="2")).element == "AanestysMitatoity"


def test_a_vote_on_the_bill_in_its_second_reading_is_final():
    assert (vote_of().meaning_of_yes, vote_of().is_final) == ("for the bill", True)


def test_a_tally_that_does_not_add_up_is_a_named_error():
    assert error_of(row(AanestysTulosYhteensa="198")).element == "AanestysTulosYhteensa"


@pytest.mark.parametrize("figure", ["", None, "-1", "1.0", "²"])
def test_a_figure_that_is_no_number_is_a_named_error(figure):
    assert error_of(row(AanestysTulosTyhjia=figure)).element == "AanestysTulosTyhjia"


def test_a_row_of_an_unknown_parliamentary_year_is_a_named_error():
    assert error_of(row(IstuntoVPVuosi="1925", AanestysPoytakirja="")).element == "IstuntoVPVuosi"


def test_an_old_vote_without_a_title_goes_by_its_question():
    assert vote_of(KohtaOtsikko=None).title == "Hyväksyminen / hylkääminen"


def test_an_old_vote_with_neither_title_nor_question_is_a_named_error():
    assert error_of(row(KohtaOtsikko=None, AanestysOtsikko=None)).element == "KohtaOtsikko"


def test_sittings_come_from_the_rows_of_their_votes_since_the_old_ones_have_no_row_of_their_own():
    sittings = [record for record in read(row(), row(AanestysNumero="3")) if isinstance(record, Sitting)]
    assert sittings == [
        Sitting(
            key="fi-eduskunta-1999-3",
            chamber="fi-eduskunta",
            term="fi-eduskunta-1999",
            number=3,
            dates=(dt.date(1999, 3, 30),),
        )
    ]


def test_an_old_vote_leads_to_its_public_page_where_it_has_one():
    assert vote_of().url == "https://www.eduskunta.fi/aanestystulos/2/3/1999"
    assert vote_of(Url=None).url is None


def test_a_row_of_another_length_than_the_columns_is_a_named_error():
    assert error_of(row(), rowData=[["1", "1"]]).element == "rowData"


@pytest.mark.parametrize("element", ["rowCount", "columnCount"])
def test_an_envelope_that_contradicts_itself_is_a_named_error(element):
    assert error_of(row(), **{element: 7}).element == element


def test_rows_of_another_table_are_a_named_error():
    assert error_of(row(), tableName="SaliDBAanestysEdustaja").element == "tableName"


def test_an_old_year_without_votes_is_a_named_error():
    assert error_of().element == "rowData"


@pytest.mark.parametrize("column", sorted(set(row()) - {"Url"}))
def test_a_column_that_is_missing_is_a_named_error(column):
    bare = {name: value for name, value in row().items() if name != column}
    assert column in error_of(bare).problem


def test_the_next_rows_are_those_of_the_next_page():
    assert next_rows(old_answer(URL, row(), hasMore=True, page=0)) == rows_of_year(1999, 1)


def test_rows_of_another_page_than_was_asked_for_are_a_named_error():
    assert error_of(row(), page=1).element == "page"


def test_rows_that_were_asked_for_without_a_page_are_the_first():
    bare = rows_of_year(1999).partition("&page")[0]
    assert OLD_VOTES.read(old_answer(bare, row())) == read(row())


def test_after_the_last_rows_there_are_none():
    assert next_rows(old_answer(URL, row())) is None


def test_the_old_service_is_a_source_of_its_own():
    assert OLD_VOTES.source in {source.key for source in PARLIAMENT.sources}
