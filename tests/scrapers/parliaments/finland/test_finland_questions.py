"""What a *jaa* means, on the wordings of recorded votes, and on invented ones where they are unclear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.parliaments.finland.questions import is_final, meaning_of_yes


@pytest.mark.parametrize(
    "question",
    [
        "Hyväksyminen / hylkääminen",
        "2. lakiehdotus, hyväksyminen / hylkääminen",
        "1. lakiehdotus Hyväksyminen / hylkääminen",
        "1. ja 2. lakiehdotus, hyväksyminen / hylkääminen",
        "Lakiehdotuksen hyväksyminen / hylkääminen",
        "Sopimuksen hyväksyminen / hylkääminen",
        "Yleissopimuksen irtisanomisen hyväksyminen / hylkääminen",
        "Irtisanomisen hyväksyminen / hylkääminen",
        "Lakiehdotuksen hyväksyminen JAA / hylkääminen EI",
    ],
)
def test_adopting_a_bill_or_a_treaty_is_for_the_bill(question):
    assert meaning_of_yes(question, "HE", "Toinen käsittely") == "for the bill"


@pytest.mark.parametrize("kind", ["HE", "LA", "KAA"])
def test_the_government_members_and_citizens_propose_bills(kind):
    assert meaning_of_yes("Hyväksyminen / hylkääminen", kind, "Toinen käsittely") == "for the bill"


def test_adopting_another_matter_is_for_the_motion():
    question = "Member 017:n pääministeriksi valinnan hyväksyminen / hylkääminen"
    assert meaning_of_yes(question, "M", "Ainoa käsittely, muut asiat") == "for the motion"


@pytest.mark.parametrize(
    "question",
    ["Lausumaehdotus, mietintö / Member 017 1", "Mietintö / vastalause 2", "Mietintö JAA / vastalause 2 EI"],
)
def test_the_report_against_a_proposal_is_for_the_committee_report(question):
    assert meaning_of_yes(question, "HE", "Toinen käsittely") == "for the committee report"


def test_adopting_a_statement_is_for_the_statement():
    question = "Mietintöön sisältyvä lausumaehdotus, hyväksyminen / hylkääminen"
    assert meaning_of_yes(question, "HE", "Toinen käsittely") == "for the statement"


@pytest.mark.parametrize(
    "question",
    [
        None,
        "",
        "Hyväksyminen",
        "Luottamuslause valtioneuvostolle / Member 017",
        "Asian pöydällepano JAA / käsittelyn jatkaminen EI",
        "Hylkääminen / hyväksyminen",
        "Lakiehdotuksen kiireelliseksi julistamisen hyväksyminen / hylkääminen",
        "1. lakiehdotus, 5 §:n hyväksyminen / hylkääminen",
        "Vastalauseen hyväksyminen / hylkääminen",
        "Lakiehdotuksen hyväksyminen / lepäämään jättäminen",
    ],
)
def test_the_meaning_of_unclear_words_is_unknown(question):
    assert meaning_of_yes(question, "HE", "Toinen käsittely") is None


def test_adopting_a_chapter_of_the_budget_is_not_for_the_whole_bill():
    assert meaning_of_yes("Hyväksyminen / hylkääminen", "HE", "Kokous") is None


def test_the_meaning_for_a_matter_of_unknown_kind_is_unknown():
    assert meaning_of_yes("Hyväksyminen / hylkääminen", None, "Toinen käsittely") is None


@pytest.mark.parametrize(
    "heading",
    [
        "Toinen käsittely",
        "Ainoa käsittely",
        "Jatkettu toinen käsittely",
        "Osittain toinen, osittain ainoa käsittely",
        "Osittain ainoa, osittain toinen käsittely",
    ],
)
def test_a_vote_for_the_bill_in_a_deciding_reading_is_final(heading):
    assert is_final("for the bill", heading)


@pytest.mark.parametrize(
    "heading",
    [
        None,
        "Ensimmäinen käsittely",
        "Jatkettu ensimmäinen käsittely",
        "Lähetekeskustelu",
        "Vaaleja",
        "Kokous",
    ],
)
def test_a_vote_outside_a_deciding_reading_is_not_final(heading):
    assert not is_final("for the bill", heading)


@pytest.mark.parametrize("meaning", [None, "for the statement", "for the committee report", "for the motion"])
def test_a_vote_on_anything_but_the_bill_is_not_final(meaning):
    assert not is_final(meaning, "Toinen käsittely")


@given(st.text(), st.sampled_from(["HE", "M", None]), st.text())
def test_any_words_at_all_have_a_meaning_or_none(question, kind, heading):
    meaning = meaning_of_yes(question, kind, heading)
    assert meaning is None or " / " in question
