"""Who was in the hall of an invented Seimas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_seimas import answer, element, envelope, error_of, event, events, read

from scrapers.pages import Answer, PageError
from scrapers.parliaments.lithuania import EVENTS, REGISTRATION
from scrapers.parliaments.lithuania.registrations import registrations_in
from scrapers.parliaments.lithuania.spider import SeimasSpider

SERVICE = "ad_sp_registracijos_rezultatai?registracijos_id=-10049"


def row(number, word):
    return element("IndividualusRegistracijosRezultatas", asmens_id=number, ar_registravosi=word)


ROWS = row(1, "Taip"), row(2, "Taip"), row(3, "Ne")


def registration(*rows, registered=2, identifier="-10049", time="2025-05-08 12:30:01"):
    totals = element("BendriRegistracijosRezultatai", registruota=registered, viso=3)
    call = element(
        "SeimoNariųRegistracija",
        totals,
        *(rows or ROWS),
        registracijos_id=identifier,
        registracijos_laikas=time,
    )
    return answer(SERVICE, envelope(call))


def test_it_tells_who_was_there_and_who_was_not():
    (found,) = read(registration())
    assert (found.present, found.missing) == ({"1", "2"}, {"3"})


def test_it_has_a_moment_by_the_clock_of_vilnius():
    assert read(registration())[0].time.isoformat() == "2025-05-08T12:30:01+03:00"


def test_rows_that_do_not_add_up_are_a_named_error():
    assert error_of(registration(registered=3)).element == "registruota"


def test_a_member_listed_twice_is_a_named_error():
    assert "each once" in error_of(registration(*ROWS, row(1, "Taip"), registered=2)).element


def test_an_unknown_word_is_a_named_error():
    assert error_of(registration(row(1, "Gal"))).problem == "unknown word 'Gal'"


def test_another_registration_than_the_one_asked_for_is_a_named_error():
    assert error_of(registration(identifier="-1")).element == "registracijos_id"


def test_a_moment_in_another_format_is_a_named_error():
    assert error_of(registration(time="12:30")).element == "SeimoNariųRegistracija/@registracijos_laikas"


def test_an_altered_answer_is_reported_by_the_names_of_its_shape():
    renamed = ROWS[0].replace("ar_registravosi", "dalyvavo")
    assert (
        "missing IndividualusRegistracijosRezultatas/@ar_registravosi"
        in error_of(registration(renamed)).problem
    )


def test_the_registrations_of_a_question_are_asked_for_before_its_votes():
    call = event("Registracija").replace("įvykio", 'registracijos_id="-10049" įvykio')
    found = events(call, event("Balsavimas", -60001, "Atviras"))
    assert registrations_in(found) == ["-10049"]
    asked = [request.url.partition("p2b.")[2] for request in SeimasSpider().follow(EVENTS, found)]
    assert asked == [SERVICE, "ad_sp_balsavimo_rezultatai?balsavimo_id=-60001"]


@given(st.binary(max_size=200))
def test_whatever_comes_instead_of_a_registration_ends_in_a_named_error(body):
    with pytest.raises(PageError):
        REGISTRATION.read(Answer(url=f"https://apps.lrs.lt/sip/p2b.{SERVICE}", body=body))
