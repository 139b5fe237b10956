import pytest
from estonia_answers import API, DRAFT_URL, VOTE_URL, WEB, WEB_LIST_URL, WEB_VOTE_URL, uuid

from scrapers.pages import reader_of
from scrapers.parliaments.estonia import PARLIAMENT
from scrapers.parliaments.estonia.names import FIRST_DAYS, TERM

PAGES = {
    "draft": DRAFT_URL,
    "draft-search": f"{API}/volumes/drafts?mark=642&membership=15",
    "votings": f"{API}/votings?startDate=2025-06-04&endDate=2025-06-04",
    "vote": VOTE_URL,
    "members": f"{API}/plenary-members?status=ALL&membership=15",
    "member": f"{API}/plenary-members/{uuid(1017)}",
    "groups": f"{API}/usergroups",
    "group": f"{API}/usergroups/{uuid(1)}",
    "sessions": f"{API}/sessions",
    "verbatims": f"{API}/steno/verbatims?startDate=2025-06-01&endDate=2025-06-30",
    "web-vote": WEB_VOTE_URL,
    "web-votes": WEB_LIST_URL,
}


@pytest.mark.parametrize("name", PAGES)
def test_each_address_has_its_page(name):
    assert reader_of(PAGES[name])[1].name == name


def test_no_page_is_without_an_address():
    assert {page.name for page in PARLIAMENT.pages} == set(PAGES)


@pytest.mark.parametrize(
    "url",
    [
        f"{API}/votings/calendar",
        f"{API}/votings/last",
        f"{API}/volumes/{uuid(5)}",
        f"{API}/steno/lastVerbatims",
        f"{WEB}/haaletustulemused-kohalolekukontroll/",
        "https://api-riigikogu.ee/api/sessions",
    ],
)
def test_other_addresses_have_none(url):
    assert PARLIAMENT.page_for(url) is None


def test_what_was_never_seen_is_said_to_be_constructed():
    constructed = {page.name for page in PARLIAMENT.pages if page.evidence != "proven"}
    assert constructed == {"vote", "votings", "draft-search"}


def test_every_page_belongs_to_a_source():
    assert {page.source for page in PARLIAMENT.pages} == {source.key for source in PARLIAMENT.sources}


def test_the_sources_name_the_chancellery_and_its_licence():
    assert {(source.licence, source.attribution) for source in PARLIAMENT.sources} == {
        ("CC BY-SA 3.0 EE", "Riigikogu Kantselei")
    }


def test_the_interface_is_asked_less_than_once_a_second():
    slot = PARLIAMENT.download_slots["api.riigikogu.ee"]
    assert (slot["delay"] > 1, slot["concurrency"]) == (True, 1)


def test_the_chamber_has_101_seats_and_the_clock_of_tallinn():
    (chamber,) = PARLIAMENT.chambers
    assert (chamber.key, chamber.seats, chamber.timezone) == ("ee-riigikogu", 101, "Europe/Tallinn")


def test_the_terms_follow_one_another_up_to_the_current_one():
    starts = [term.start for term in PARLIAMENT.terms]
    assert starts == sorted(starts)
    assert max(FIRST_DAYS) == TERM
    assert PARLIAMENT.term_numbers == tuple(str(number) for number in range(7, TERM + 1))


def test_the_name_is_the_countrys():
    assert PARLIAMENT.name == "estonia"
