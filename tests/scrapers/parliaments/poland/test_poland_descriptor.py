import pytest
from poland_answers import API

from scrapers.pages import reader_of
from scrapers.parliaments.poland import PARLIAMENT
from scrapers.parliaments.poland.senat.addresses import ACTS, CLUBS, SENATORS, SITTINGS

PAGES = {
    "votings": f"{API}/votings",
    "sitting-votes": f"{API}/votings/37",
    "vote": f"{API}/votings/37/66",
    "members": f"{API}/MP",
    "clubs": f"{API}/clubs",
    "sittings": f"{API}/proceedings",
    "sitting": f"{API}/proceedings/37",
    "process": f"{API}/processes/18073-z",
    "print": f"{API}/prints/1334-A",
    "transcripts": f"{API}/proceedings/37/2025-06-25/transcripts",
    "statement": f"{API}/proceedings/37/2025-06-25/transcripts/12",
    "drafts": f"{API}/bills",
    "senate-acts": f"{ACTS}page,2.html",
    "senate-act": f"{ACTS}ustawa,2169.html",
    "senate-votes": f"{SITTINGS}przebieg,667,1,glosowania.html",
    "senate-vote": f"{SITTINGS}glosowanie-drukuj,10650.html",
    "senators": SENATORS,
    "senate-clubs": CLUBS,
    "act": "https://api.sejm.gov.pl/eli/acts/DU/2025/1008",
}


@pytest.mark.parametrize("name", PAGES)
def test_each_address_has_its_page(name):
    assert reader_of(PAGES[name])[1].name == name


def test_no_page_is_without_an_address():
    assert {page.name for page in PARLIAMENT.pages} == set(PAGES)


@pytest.mark.parametrize(
    "url",
    [
        f"{API}/votings/search",
        f"{API}/MP/1",
        f"{API}/proceedings/current",
        f"{API}/proceedings/37/2025-06-25/transcripts/0",
        f"{API}/proceedings/37/2025-06-25/transcripts/pdf",
        "https://api.sejm.gov.pl/sejm/term9/votings/1/1",
        "https://api-sejm.gov.pl/sejm/term10/MP",
    ],
)
def test_other_addresses_have_none(url):
    assert PARLIAMENT.page_for(url) is None


def test_a_query_does_not_change_the_page():
    assert PARLIAMENT.page_for(f"{API}/MP?limit=1").name == "members"


def test_every_page_belongs_to_a_source():
    assert {page.source for page in PARLIAMENT.pages} == {source.key for source in PARLIAMENT.sources}


def test_the_sejm_is_asked_two_at_a_time_with_a_pause():
    assert PARLIAMENT.download_slots["api.sejm.gov.pl"] == {"delay": 0.4, "concurrency": 2}


def test_the_senate_that_has_refused_whole_networks_is_asked_one_at_a_time():
    assert PARLIAMENT.download_slots["www.senat.gov.pl"] == {"delay": 2.0, "concurrency": 1}


def test_a_page_that_was_built_without_an_answer_has_a_shape_to_be_compared_with():
    assert all(page.shape for page in PARLIAMENT.pages if page.evidence == "constructed")


def test_the_name_is_the_countrys():
    assert PARLIAMENT.name == "poland"
