"""Turns in debates, on an invented Eduskunta."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_eduskunta import answer, both, read, speaker, speech_search, turn

from scrapers.pages import PageError
from scrapers.parliaments.finland.languages import language_of
from scrapers.parliaments.finland.windows import day_of, speeches_of, window_of

DAY = json.dumps(speeches_of(2025, dt.date(2025, 3, 4))).encode()
WEEK = json.dumps(speeches_of(2025, dt.date(2025, 3, 3), 7)).encode()


def found(*turns, body=DAY, total=None):
    return answer("search", speech_search(*turns, total=total), "POST", body)


def debates_of(*turns):
    return read(found(*turns, body=WEEK))


def speech_of(**changes):
    (debate,) = debates_of(turn(**changes))
    return debate.speeches[0]


def said_by(**changes):
    return speech_of(puhuja=speaker(**changes))


def error_of(given):
    with pytest.raises(PageError) as caught:
        read(given)
    return caught.value


def test_a_turn_has_a_key_by_the_identifier_of_the_source():
    assert speech_of().key == "fi-eduskunta-puh-3-2025-4-1-1"


def test_turns_lie_in_their_sitting_of_the_parliamentary_year():
    (debate,) = debates_of(turn())
    assert (debate.sitting, debate.term) == ("fi-eduskunta-2025-3", "fi-eduskunta-2025")


def test_a_turn_names_its_speaker_by_the_official_identifier():
    assert (speech_of().person.scheme, speech_of().person.identifier) == ("fi-eduskunta", "1")


def test_a_turn_prints_its_speaker_as_the_minutes_do():
    assert said_by(lisatieto="kok").speaker == "Member 001 kok"
    assert said_by(asema="Puolustusministeri", lisatieto=None).speaker == "Puolustusministeri Member 001"


@pytest.mark.parametrize(
    ("title", "capacity"),
    [
        (None, "member"),
        ("", "member"),
        ("Pääministeri", "minister"),
        ("Puolustusministeri", "minister"),
        ("Ensimmäinen varapuhemies", "chair"),
        ("Oikeuskansleri", None),
    ],
)
def test_the_capacity_follows_the_title_and_is_unknown_for_one_of_neither_kind(title, capacity):
    assert said_by(asema=title).capacity == capacity


def test_a_title_is_kept_as_the_office():
    assert said_by(asema="Oikeuskansleri").office == "Oikeuskansleri"


def test_a_group_is_printed_with_the_turn():
    assert speech_of().faction == "blue"


def test_a_speaker_of_no_name_is_nobody_we_know():
    nobody = said_by(henkilonro=None, etunimi=None, sukunimi=None, lisatieto=None)
    assert (nobody.speaker, nobody.person, nobody.capacity) == (None, None, None)


def test_two_members_of_one_name_are_told_apart_by_their_identifiers():
    same = [turn(1), turn(2, puhuja=speaker(henkilonro="2"))]
    (debate,) = debates_of(*same)
    assert [speech.person.identifier for speech in debate.speeches] == ["1", "2"]
    assert len({speech.speaker for speech in debate.speeches}) == 1


def test_moments_are_in_utc_and_the_day_is_that_of_helsinki():
    speech = speech_of(start="2025-06-03T13:52:03+00:00")
    assert (speech.start.utcoffset(), speech.date) == (dt.timedelta(0), dt.date(2025, 6, 3))


def test_a_sitting_past_midnight_keeps_its_day():
    (debate,) = debates_of(turn(1, "2025-03-04T21:50:00+00:00"), turn(2, "2025-03-04T23:59:00+00:00"))
    assert [speech.date for speech in debate.speeches] == [dt.date(2025, 3, 4)] * 2


def test_a_moment_without_a_zone_is_a_named_error():
    assert "aloitushetki" in error_of(found(turn(start="2025-03-04T12:00:00"))).element


WORDS = json.dumps({"category": "puheenvuoro", "query": "miina"}).encode()


def of_words(*turns):
    """What a search by words finds, as the first records of the source are found: they have no moments."""
    return read(found(*turns, body=WORDS))


def test_old_turns_without_moments_have_no_day_and_are_in_the_order_of_their_numbers():
    old = {"kellonaika": "kello 15", "historiallinen": True}
    (debate,) = of_words(turn(10, start=None, **old), turn(9, start=None, **old))
    assert [speech.key.rpartition("-")[2] for speech in debate.speeches] == ["9", "10"]
    assert {(speech.start, speech.date) for speech in debate.speeches} == {(None, None)}


def test_a_turn_without_a_moment_has_the_day_of_its_sitting_where_another_says_it():
    (debate,) = of_words(turn(2), turn(1, start=None))
    assert [speech.key.rpartition("-")[2] for speech in debate.speeches] == ["1", "2"]
    assert len({speech.date for speech in debate.speeches} - {None}) == 1


def test_a_turn_without_a_moment_in_a_search_by_moments_is_a_named_error():
    error = error_of(found(turn(start=None, kellonaika="kello 15", historiallinen=True)))
    assert error.element == "PUH 3/2025/4/1/1: aloitushetki"


def test_an_end_before_its_beginning_is_kept_as_the_source_says():
    speech = speech_of(lopetushetki="2025-03-04T11:00:00+00:00")
    assert speech.end < speech.start


def test_turns_are_in_the_order_of_their_moments_and_then_of_their_numbers():
    late, early, tie = (
        turn(2, "2025-03-04T13:00:00+00:00"),
        turn(10, "2025-03-04T12:00:00+00:00"),
        turn(9, "2025-03-04T12:00:00+00:00"),
    )
    (debate,) = debates_of(late, early, tie)
    assert [speech.key.rpartition("-")[2] for speech in debate.speeches] == ["9", "10", "2"]
    assert [speech.position for speech in debate.speeches] == [1, 2, 3]


def test_each_sitting_of_a_window_is_a_debate_of_its_own():
    first, second = turn(), turn(1, "2025-03-05T12:00:00+00:00", sitting="4/2025")
    assert [debate.sitting for debate in debates_of(second, first)] == [
        "fi-eduskunta-2025-3",
        "fi-eduskunta-2025-4",
    ]


def test_an_item_has_its_printed_number_its_title_without_blanks_and_its_bill():
    (debate,) = debates_of(turn())
    (item,) = debate.items
    assert (item.key, item.number) == ("fi-eduskunta-2025-3-item-4", "4")
    assert item.title == "Hallituksen esitys sinisestä laista"
    assert (item.bills, item.documents) == (("fi-eduskunta-he-7-2025",), ("HE 7/2025 vp",))
    assert debate.speeches[0].item == item.key


def test_a_joint_debate_has_the_matters_of_all_its_turns():
    other = both({"eduskuntatunnus": "HE 8/2025 vp", "nimeketeksti": "Vihreä laki"})
    (debate,) = debates_of(turn(1), turn(2, asia=other))
    assert debate.items[0].bills == ("fi-eduskunta-he-7-2025", "fi-eduskunta-he-8-2025")


def test_an_item_about_no_matter_has_no_bill():
    """As the question hour."""
    (debate,) = debates_of(turn(asia=None, asiakirjaviitteet=None))
    assert (debate.items[0].bills, debate.items[0].documents) == ((), ())


def test_an_item_without_a_title_is_a_named_error():
    bare = both({"kohtanumero": "4", "nimeketeksti": " "})
    assert "nimeketeksti" in error_of(found(turn(poytakirjanasiankohta=bare))).element


def test_a_turn_outside_all_items_is_kept():
    outside = both({"kohtanumero": None, "nimeketeksti": None})
    (debate,) = debates_of(turn(poytakirjanasiankohta=outside))
    assert (debate.items, debate.speeches[0].item) == ((), None)


def test_a_turn_leads_to_its_item_in_the_minutes():
    assert speech_of().url == "https://www.eduskunta.fi/valtiopaivaasiakirjat/PTK+3/2025+4"


@pytest.mark.parametrize("text", [None, "", "  "])
def test_a_turn_without_words_is_kept_without_text(text):
    speech = speech_of(text=text)
    assert (speech.text, speech.language) == (None, None)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5))
def test_no_text_is_lost(texts):
    (debate,) = debates_of(*(turn(number, text=text) for number, text in enumerate(texts)))
    assert sum(len(speech.text or "") for speech in debate.speeches) == sum(len(t.strip()) for t in texts)


def test_entities_and_soft_hyphens_stay_as_published():
    assert speech_of(text="A &amp; B, soft\u00adhyphen").text == "A &amp; B, soft\u00adhyphen"


def test_what_is_not_approved_is_a_draft():
    assert (speech_of().is_draft, speech_of(tila="Luonnos").is_draft) == (False, True)


CHAIR = {"puheenjohtaja": '"Toinen varapuhemies Member 006"', "repliikki": "Edustaja 002."}


def test_the_words_of_the_chair_are_a_turn_of_their_own_without_the_quotes_of_the_source():
    (debate,) = debates_of(turn(1, puheenjohtajanRepliikki=CHAIR), turn(2))
    chair = debate.speeches[1]
    assert (chair.capacity, chair.speaker) == ("chair", "Toinen varapuhemies Member 006")
    assert (chair.office, chair.given_name, chair.family_name) == ("Toinen varapuhemies", "Member", "006")
    assert (chair.text, chair.position, debate.speeches[2].position) == ("Edustaja 002.", 2, 3)


def test_the_chair_never_becomes_the_speaker():
    (debate,) = debates_of(turn(1, puheenjohtajanRepliikki=CHAIR))
    assert [(s.capacity, s.person is None) for s in debate.speeches] == [("member", False), ("chair", True)]


def test_words_of_a_chair_that_is_not_named_are_kept():
    nameless = {"puheenjohtaja": None, "repliikki": "Edustaja 002."}
    (debate,) = debates_of(turn(1, puheenjohtajanRepliikki=nameless))
    assert (debate.speeches[1].speaker, debate.speeches[1].office) == (None, None)


def test_a_chair_that_said_nothing_has_no_turn():
    silent = {"puheenjohtaja": '"Puhemies Member 006"', "repliikki": None}
    (debate,) = debates_of(turn(1, puheenjohtajanRepliikki=silent))
    assert len(debate.speeches) == 1


def test_an_empty_answer_on_a_day_of_a_sitting_is_a_named_error():
    assert error_of(found()).element == "results"


def test_a_week_without_a_sitting_is_empty():
    assert read(found(body=WEEK)) == ()


def test_of_a_week_that_is_not_whole_nothing_is_stored_yet():
    assert read(found(turn(), body=WEEK, total=1200)) == ()


def test_a_day_that_is_not_whole_is_a_named_error():
    assert error_of(found(turn(), total=1200)).element == "searchMetadata.totalResultCount"


def test_an_answer_that_is_shorter_than_it_says_is_a_named_error():
    wire = speech_search(turn())
    wire["searchMetadata"]["actualResultCount"] = 2
    given = answer("search", wire, "POST", DAY)
    assert error_of(given).element == "searchMetadata.actualResultCount"


def test_a_turn_that_comes_twice_is_a_named_error():
    assert error_of(found(turn(), turn())).element == "results.id"


def test_a_turn_of_another_sitting_than_its_identifier_is_a_named_error():
    assert "taysistuntonumero" in error_of(found(turn(taysistuntonumero="9"))).element


def test_a_turn_of_another_year_than_its_identifier_is_a_named_error():
    assert "valtiopaivavuosi" in error_of(found(turn(valtiopaivavuosi="2024"))).element


def test_a_turn_of_an_unknown_parliamentary_year_is_a_named_error():
    assert error_of(found(turn(sitting="3/1925"))).element == "PUH 3/1925/4/1/1: valtiopaivavuosi"


def test_an_identifier_of_another_form_is_a_named_error():
    assert error_of(found(turn(id="PUH 3"))).element == "results.id"


def test_a_result_without_its_turn_is_a_named_error():
    wire = speech_search(turn())
    wire["results"][0]["puheenvuoro"] = None
    assert error_of(answer("search", wire, "POST", DAY)).element == "results.puheenvuoro"


@pytest.mark.parametrize("element", sorted(set(turn()) - {"puheenvuorotyyppikoodi"}))
def test_an_element_that_is_missing_is_a_named_error(element):
    bare = {name: value for name, value in turn().items() if name != element}
    wire = speech_search(turn())
    wire["results"][0]["puheenvuoro"] = bare
    assert element in error_of(answer("search", wire, "POST", DAY)).problem


def test_an_answer_cut_in_half_is_a_named_error():
    whole = found(turn())
    half = type(whole)(url=whole.url, body=whole.body[:200], method="POST", request_body=DAY)
    assert "not whole JSON" in error_of(half).problem


def test_a_window_is_known_again_by_the_body_of_its_request():
    assert window_of(found(body=WEEK)) == (2025, dt.date(2025, 3, 3), 7)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"category":"puheenvuoro","query":"miina"}'])
def test_a_search_of_somebody_else_has_no_window(body):
    given = answer("search", {}, "POST", body)
    assert window_of(given) is None


def test_a_window_begins_in_the_early_morning_of_helsinki_also_when_the_clocks_change():
    window = speeches_of(2025, dt.date(2025, 3, 29), 2)["expression"]["and"][0]
    assert (window["fromDate"], window["toDate"]) == (
        "2025-03-29T06:00:00+02:00",
        "2025-03-31T06:00:00+03:00",
    )


def test_the_night_belongs_to_the_day_before():
    night = dt.datetime(2025, 3, 5, 0, 2, tzinfo=dt.UTC)
    assert day_of(night) == dt.date(2025, 3, 4)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Arvoisa puhemies! Tämä on hyvä laki.", "fi"),
        ("Värderade talman! Det här är en bra lag, och jag tackar.", "sv"),
        ("Ärade talman! Kiitos.", None),
        ("", None),
        ("123", None),
    ],
)
def test_the_language_of_a_turn_is_told_by_its_words_or_not_at_all(text, language):
    assert language_of(text) == language
