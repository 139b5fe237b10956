"""How the spider walks, and what the descriptor says."""

import datetime as dt

import pytest
from invented_seimas import (
    API,
    BLUE_BILL,
    GREEN_BILL,
    OTTAWA_BILL,
    course,
    event,
    events,
    members,
    question,
    session,
    sessions,
    sitting,
    sittings,
    vote,
)

from scrapers.pages import PageError
from scrapers.parliaments.lithuania import COURSE, EVENTS, MEMBERS, PARLIAMENT, ROLL, SESSIONS, SITTINGS
from scrapers.parliaments.lithuania.spider import SeimasSpider
from scrapers.spiders import Selection

OPEN = vote(-60001, "dėl šio įstatymo priėmimo", "Priimta")
AGREED = vote(-60002, "dėl pritarimo po pateikimo", "Pritarta bendru sutarimu")


def begun(**selection):
    requests = SeimasSpider(selection=Selection(**selection)).begin()
    return [request.url.removeprefix(f"{API}.") for request in requests]


def followed(page, given, **selection):
    requests = SeimasSpider(selection=Selection(**selection)).follow(page, given)
    return [request.url.rpartition("=")[2] for request in requests]


def test_by_default_the_terms_of_both_tracked_bills_are_begun():
    assert begun() == [
        "ad_seimo_kadencijos",
        "ad_seimo_frakcijos",
        "ad_seimo_nariai?kadencijos_id=9",
        "ad_seimo_sesijos?kadencijos_id=9",
        "ad_seimo_nariai?kadencijos_id=10",
        "ad_seimo_sesijos?kadencijos_id=10",
    ]


def test_a_term_is_begun_by_its_number():
    assert begun(term="7")[2:] == ["ad_seimo_nariai?kadencijos_id=7", "ad_seimo_sesijos?kadencijos_id=7"]


def test_a_bill_is_looked_for_in_the_term_of_its_number():
    assert begun(bills=("XIVP-4000",))[2:] == begun(term="9")[2:]


def test_an_unknown_term_is_refused():
    with pytest.raises(ValueError, match="only 6, 7, 8, 9, 10"):
        begun(term="5")


def test_what_is_no_number_of_a_bill_is_refused():
    with pytest.raises(ValueError, match="as XVP-305 is"):
        begun(bills=("HE 56/2025 vp",))


def test_of_the_sessions_only_those_of_the_tracked_bills_are_followed():
    found = sessions(session(139, "2024-11-14", "2025-01-14"), session(140, "2025-03-10", "2025-06-30"))
    assert followed(SESSIONS, found) == ["140"]


def test_all_sessions_of_a_term_are_followed():
    found = sessions(session(139, "2024-11-14", "2025-01-14"), session(146, "2026-08-01"))
    assert followed(SESSIONS, found, term="10") == ["139", "146"]


def test_sessions_that_ended_before_the_day_asked_for_are_left_out():
    found = sessions(session(139, "2024-11-14", "2025-01-14"), session(140, "2025-03-10"))
    assert followed(SESSIONS, found, term="10", since=dt.date(2025, 2, 1)) == ["140"]


def test_of_the_sittings_only_those_in_the_days_of_the_tracked_bills_are_followed():
    days = ("2025-04-10", "2025-05-08", "2025-05-09")
    found = sittings(*(sitting(-n, n, f"{day} 10:00", f"{day} 13:00") for n, day in enumerate(days, 1)))
    assert followed(SITTINGS, found) == ["-2"]


def test_sittings_before_the_day_asked_for_are_left_out():
    found = sittings(
        sitting(-1, 1, "2025-05-06 10:00", "2025-05-06 13:00"), sitting(-2, 2, "2025-05-08 10:00", "")
    )
    assert followed(SITTINGS, found, term="10", since=dt.date(2025, 5, 7)) == ["-2"]


def test_of_a_course_only_questions_on_tracked_bills_are_followed():
    found = course(question(-1, OTTAWA_BILL, "Priėmimas", OPEN), question(-2, BLUE_BILL, "Priėmimas", OPEN))
    assert followed(COURSE, found) == ["-1"]


def test_of_a_course_only_questions_on_named_bills_are_followed():
    found = course(question(-1, GREEN_BILL, "Priėmimas", OPEN), question(-2, BLUE_BILL, "Priėmimas", OPEN))
    assert followed(COURSE, found, bills=("XVP-17",)) == ["-2"]


def test_a_bill_named_with_its_revision_is_the_bill():
    found = course(question(-2, BLUE_BILL, "Priėmimas", OPEN))
    assert followed(COURSE, found, bills=("XVP-17(3)",)) == ["-2"]


def test_a_consensus_decision_is_not_asked_for_ballots():
    found = course(question(-1, GREEN_BILL, "Pateikimas", AGREED), question(-2, BLUE_BILL, "Priėmimas", OPEN))
    assert followed(COURSE, found, term="10") == ["-2"]


def test_a_question_with_two_votes_is_asked_for_once():
    again = vote(-60003, "dėl šio įstatymo priėmimo", "Priimta")
    found = course(question(-1, GREEN_BILL, "Priėmimas", OPEN, again))
    assert followed(COURSE, found, term="10") == ["-1"]


def sat(listed):
    """What is asked for, or wrong, after a session's entry and an empty list of its sittings."""
    spider = SeimasSpider(selection=Selection(term="10"))
    list(spider.follow(SESSIONS, sessions(listed)))
    return list(spider.follow(SITTINGS, sittings()))


def test_an_empty_list_of_sittings_though_the_house_sat_is_a_named_state():
    (problem,) = sat(session(140, "2025-03-10", "2025-06-30"))
    assert (problem.state, problem.reason) == ("quarantined", "lists no sitting of a session that has ended")
    assert problem.url == f"{API}.ad_seimo_posedziai?sesijos_id=140"


def test_a_session_that_still_runs_may_have_no_sitting_yet():
    assert sat(session(140, "2025-03-10")) == []


DOCUMENT = "https://e-seimas.lrs.lt/rs/legalact/TAK/0123456789abcdef0123456789abcdef"


def walked(link, *questions, **selection):
    """What is asked for after the list of sittings and the course of one, of which there is a transcript."""
    spider = SeimasSpider(selection=Selection(**selection))
    held = sitting(-502100, 41, "2025-05-08 10:00", "2025-05-08 13:30")
    listed = held.replace("></", f'><Stenograma stenogramos_nuoroda="{link}"/></')
    list(spider.follow(SITTINGS, sittings(listed)))
    return [request.url for request in spider.follow(COURSE, course(*questions))]


def test_the_transcript_of_a_sitting_on_a_tracked_bill_is_followed():
    assert walked(f"{DOCUMENT}/", question(-1, OTTAWA_BILL, "Svarstymas")) == [f"{DOCUMENT}/"]


def test_the_transcript_of_a_sitting_on_other_bills_is_not_followed():
    assert walked(f"{DOCUMENT}/", question(-1, BLUE_BILL, "Svarstymas")) == []


def test_all_transcripts_of_a_term_are_followed():
    assert walked(f"{DOCUMENT}/", question(-1, BLUE_BILL, "Svarstymas"), term="10") == [f"{DOCUMENT}/"]


def test_a_sitting_without_a_transcript_yet_is_followed_by_its_votes_alone():
    assert followed(COURSE, course(question(-1, OTTAWA_BILL, "Svarstymas"))) == []


@pytest.mark.parametrize(
    "link",
    [
        "https://e-seimas.lrs.lt/portal/legalAct/lt/TAK/0123456789abcdef0123456789abcdef?jfwid=abc",
        f"{DOCUMENT}/format/MSO2010_DOCX/",
        DOCUMENT,
    ],
)
def test_every_form_of_a_transcript_leads_to_its_bare_html(link):
    assert walked(link, question(-1, OTTAWA_BILL, "Svarstymas")) == [f"{DOCUMENT}/"]


def test_a_link_that_leads_to_no_document_is_not_followed():
    assert walked("https://www.lrs.lt/", question(-1, OTTAWA_BILL, "Svarstymas")) == []


def test_the_open_votes_of_a_question_are_followed():
    found = events(event("Balsavimas", -60001, "Atviras"), event("Balsavimas", -60002, "Uždaras"))
    assert followed(EVENTS, found) == ["-60001"]


def test_nothing_is_followed_from_members():
    assert followed(MEMBERS, members()) == []


def test_following_an_answer_that_cannot_be_read_is_a_named_error():
    with pytest.raises(PageError):
        followed(SESSIONS, sessions())


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("ad_seimo_kadencijos", "terms"),
        ("ad_seimo_nariai?kadencijos_id=10", "members"),
        ("ad_seimo_frakcijos", "factions"),
        ("ad_seimo_sesijos?kadencijos_id=10", "sessions"),
        ("ad_seimo_posedziai?sesijos_id=140", "sittings"),
        ("ad_seimo_posedzio_eiga_full?posedzio_id=-502100", "course"),
        ("ad_sp_klausimo_svarstymo_eiga?svarstomo_klausimo_id=-9300", "events"),
        ("ad_sp_balsavimo_rezultatai?balsavimo_id=-60001", "roll"),
        ("ad_sp_registracijos_rezultatai?registracijos_id=-10049", "registration"),
    ],
)
def test_each_service_has_its_page(address, name):
    assert PARLIAMENT.page_for(f"{API}.{address}").name == name


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (f"{DOCUMENT}/", "transcript"),
        ("https://e-seimas.lrs.lt/rs/legalact/TAK/TAIS.389451/", "transcript"),
        ("http://www3.lrs.lt/pls/inter/dokpaieska.showdoc_l?p_id=1", "old transcript"),
    ],
)
def test_each_kind_of_transcript_has_its_page(address, name):
    assert PARLIAMENT.page_for(address).name == name


@pytest.mark.parametrize(
    "invented", ["ad_fn_balsavimai", "ad_sn_kalbos", "ad_fn_balsavimas_mp", "ad_sn_dalyvavimas_posedziuose"]
)
def test_services_that_do_not_exist_have_no_page(invented):
    assert PARLIAMENT.page_for(f"{API}.{invented}?kadencija=10") is None


def test_a_service_is_read_also_without_encryption():
    assert (
        PARLIAMENT.page_for("http://apps.lrs.lt/sip/p2b.ad_sp_balsavimo_rezultatai?balsavimo_id=-1") == ROLL
    )


def test_a_surplus_parameter_is_a_404_so_that_a_service_is_asked_with_its_one_alone():
    spider = SeimasSpider(selection=Selection(term="10"))
    held = sitting(-502100, 41, "2025-05-08 10:00", "2025-05-08 13:30")
    told = events(event("Balsavimas", -60001, "Atviras"))
    given = (
        (SESSIONS, sessions(session(140, "2025-03-10"))),
        (SITTINGS, sittings(held)),
        (COURSE, course(question(-1, BLUE_BILL, "Priėmimas", OPEN))),
        (EVENTS, told),
    )
    asked = [*spider.begin(), *(found for page, said in given for found in spider.follow(page, said))]
    assert [request.url.partition("?")[2].count("=") for request in asked] == [0, 0, 1, 1, 1, 1, 1, 1]


def test_one_request_at_a_time_is_made_to_each_host():
    slots = PARLIAMENT.download_slots
    assert {host: slot["concurrency"] for host, slot in slots.items()} == {
        "apps.lrs.lt": 1,
        "www3.lrs.lt": 1,
        "e-seimas.lrs.lt": 1,
    }


def test_the_seimas_has_141_seats_in_vilnius():
    (chamber,) = PARLIAMENT.chambers
    assert (chamber.key, chamber.seats, chamber.timezone) == ("lt-seimas", 141, "Europe/Vilnius")


def test_what_was_never_seen_live_is_said_to_be_constructed():
    evidence = {page.name: page.evidence for page in PARLIAMENT.pages}
    assert {name for name, found in evidence.items() if found == "proven"} == {
        "old vote",
        "old question",
        "old sitting",
        "old transcript",
    }
    assert evidence["roll"] == evidence["course"] == "constructed"
    assert evidence["members"] == "proven on a rendering"


def test_the_name_of_the_spider_is_the_name_of_the_parliament():
    assert SeimasSpider.name == PARLIAMENT.name
