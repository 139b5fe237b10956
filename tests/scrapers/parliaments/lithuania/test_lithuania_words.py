"""What the words of the Seimas mean, and the numbers of its bills."""

import datetime as dt

import pytest
from invented_seimas import BLUE_BILL, answer

from scrapers.pages import PageError
from scrapers.parliaments.lithuania.keys import asked, number_in, term_on, without_number
from scrapers.parliaments.lithuania.words import (
    is_final,
    meaning_of_yes,
    method_named,
    method_of,
    outcome_of,
    stage_kind,
)

ANSWER = answer("ad_seimo_nariai?kadencijos_id=10", "")


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("pritarta", "passed"),
        ("Pritarta bendru sutarimu", "passed"),
        ("nepritarta", "rejected"),
        ("Nepritarta bendru sutarimu", "rejected"),
        ("priimta", "passed"),
        ("Įstatymas priimtas", "passed"),
        ("nepriimta", "rejected"),
        ("Įstatymas nepriimtas", "rejected"),
        ("atidėta", None),
        ("", None),
    ],
)
def test_the_negative_is_tested_before_the_positive_that_it_contains(words, outcome):
    assert outcome_of(words) == outcome


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Pateikimas", "first reading"),
        ("svarstymas", "second reading"),
        ("Priėmimas", "third reading"),
        ("Grąžinto įstatymo pateikimas", "reconsideration"),
        ("Interpeliacijos nagrinėjimas", "other"),
        ("", "other"),
    ],
)
def test_stages_are_the_readings_of_a_bill(label, kind):
    assert stage_kind(ANSWER, label) == kind


def test_an_unknown_stage_is_named():
    with pytest.raises(PageError, match="unknown stage 'Kita'"):
        stage_kind(ANSWER, "Kita")


@pytest.mark.parametrize(
    ("question", "stages", "final"),
    [
        ("dėl šio nutarimo priėmimo", ["Priėmimas"], True),
        ("dėl šio įstatymo priėmimo", ["pateikimas", "priėmimas"], True),
        ("dėl šio įstatymo priėmimo", ["Svarstymas"], False),
        ("dėl 4 straipsnio priėmimo", ["Priėmimas"], False),
        ("dėl pataisos priėmimo", ["Priėmimas"], False),
        ("dėl pritarimo po svarstymo", ["Svarstymas"], False),
        ("dėl šio įstatymo priėmimo", [], False),
    ],
)
def test_only_the_vote_on_the_whole_at_adoption_is_final(question, stages, final):
    assert is_final(question, stages) is final


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("dėl pritarimo po pateikimo", "for the bill"),
        ("dėl pritarimo po svarstymo", "for the bill"),
        ("dėl 4 straipsnio Member 017 pataisos", "for the amendment"),
        ("dėl siūlymo svarstyti šį projektą ypatingos skubos tvarka", "for the motion"),
        ("dėl siūlymo svarstyti skubos tvarka", "for the motion"),
        ("dėl nepritarimo pataisai", None),
        ("dėl komiteto nuomonės dėl pataisos", None),
        ("dėl siūlymo atmesti projektą", None),
        ("dėl darbotvarkės", None),
    ],
)
def test_what_a_yes_means_is_left_open_where_the_words_do(question, meaning):
    assert meaning_of_yes(question, final=False) == meaning


def test_a_yes_in_a_final_vote_is_for_the_bill():
    assert meaning_of_yes("dėl šio įstatymo priėmimo", final=True) == "for the bill"


@pytest.mark.parametrize(
    ("words", "method"),
    [
        ("dėl pateikimo Pritarta bendru sutarimu", "consensus"),
        ("slaptas balsavimas", "secret"),
        ("išrinkti slaptu balsavimu", "secret"),
        ("dėl slapto balsavimo biuletenio patvirtinimo", "electronic"),
        ("dėl valstybės paslapčių įstatymo", "electronic"),
        ("", "electronic"),
    ],
)
def test_how_a_vote_was_taken_is_in_the_words_around_it(words, method):
    assert method_of(words)[0] == method


def test_an_unknown_type_of_vote_is_named():
    with pytest.raises(PageError, match="unknown type of vote"):
        method_named(ANSWER, "balsavimo_tipas", "Ypatingas")


@pytest.mark.parametrize(
    ("title", "base", "printed"),
    [
        (BLUE_BILL, "XVP-17", "XVP-17(2)"),
        ("Įstatymo projektas (Nr. XVP-17)", "XVP-17", "XVP-17"),
        ("Įstatymo (Nr. XIP-1) keitimo projektas (Nr. XIIP-2106(4))", "XIIP-2106", "XIIP-2106(4)"),
        ("Įstatymo projektas (Nr.\N{NO-BREAK SPACE}XVP-17)", "XVP-17", "XVP-17"),
        ("Senas projektas (Nr. P-1234)", "P-1234", "P-1234"),
    ],
)
def test_the_last_bracket_of_a_title_is_the_number_of_the_bill(title, base, printed):
    number = number_in(title)
    assert (number.base, number.printed) == (base, printed)


@pytest.mark.parametrize(
    "title", ["Darbotvarkė", "Projektas (Nr. XVP-17", "Įstatymo Nr. I-1418 keitimas", "(Nr. XVP-)"]
)
def test_a_number_without_its_closing_bracket_is_none(title):
    assert number_in(title) is None


def test_a_number_has_one_key_in_all_its_revisions():
    assert {number_in(f"Projektas (Nr. XVP-17{revision})").key for revision in ("", "(2)", "(3)")} == {
        "lt-seimas-xvp-17"
    }


@pytest.mark.parametrize(("letters", "term"), [("XIP", "lt-seimas-6"), ("XVP", "lt-seimas-10"), ("P", None)])
def test_the_letters_of_a_number_tell_the_term(letters, term):
    assert number_in(f"Projektas (Nr. {letters}-1)").term == term


def test_a_title_without_its_number_is_the_same_in_every_revision():
    assert without_number("Mėlyna (Nr. XVP-17(2))") == without_number("Mėlyna (Nr. XVP-17)") == "Mėlyna"


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (dt.date(2024, 11, 13), "lt-seimas-9"),
        (dt.date(2024, 11, 14), "lt-seimas-10"),
        (dt.date(2011, 3, 24), "lt-seimas-6"),
    ],
)
def test_a_day_lies_in_the_term_that_began_before_it(day, term):
    assert term_on(ANSWER, day) == term


def test_a_day_before_all_terms_is_a_named_error():
    with pytest.raises(PageError, match="before the terms"):
        term_on(ANSWER, dt.date(2004, 11, 15))


def test_an_address_without_what_it_should_ask_for_is_a_named_error():
    with pytest.raises(PageError, match=r"\?posedzio_id: missing in the address"):
        asked(ANSWER, "posedzio_id")
