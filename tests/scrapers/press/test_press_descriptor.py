"""The settings rows, and what the descriptor makes of them."""

import re
from urllib.parse import urlsplit

import pytest
from invented_press import OUTLET

from scrapers.lexicon import languages
from scrapers.pages import reader_of
from scrapers.press import DESK, desk
from scrapers.press.items import clean_address, key_of
from scrapers.press.outlets import OUTLETS

BY_KEY = pytest.mark.parametrize("outlet", OUTLETS, ids=lambda outlet: outlet.key)


def test_all_five_states_are_there_with_government_defence_and_foreign_affairs():
    keys = {outlet.key for outlet in OUTLETS}
    for country in ("lt", "lv", "ee", "pl"):
        assert {f"{country}-{what}" for what in ("defence", "foreign", "government")} <= keys
    assert "fi-government" in keys


@BY_KEY
def test_the_list_of_an_outlet_is_read_as_a_list_and_not_as_an_article(outlet):
    descriptor, page = reader_of(outlet.listing)
    assert (descriptor.name, page.key) == ("press", f"{outlet.key}.{outlet.kind}")


@BY_KEY
def test_there_are_rules_for_the_language_of_an_outlet(outlet):
    assert outlet.language in languages()


@BY_KEY
def test_an_outlet_is_asked_seldom(outlet):
    assert DESK.download_slots[outlet.host]["delay"] >= 5
    assert DESK.download_slots[outlet.host]["concurrency"] == 1


@BY_KEY
def test_articles_stand_on_the_host_that_may_be_asked(outlet):
    assert re.escape(outlet.host) in outlet.article
    assert not outlet.is_article(outlet.listing)
    assert not outlet.is_article(f"https://{outlet.host}/")


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://kam.lt/a-release/", "lt-defence"),
        ("https://www.urm.lt/en/news/928/a-release:123", "lt-foreign"),
        ("https://lrv.lt/en/news/a-release-1a2b/", "lt-government"),
        ("https://lrp.lt/en/news/a-release/123", "lt-president"),
        ("https://www.mod.gov.lv/lv/jaunums/a-release", "lv-defence"),
        ("https://www.president.lv/lv/jaunums/a-release", "lv-president"),
        ("https://kaitseministeerium.ee/et/uudised/a-release", "ee-defence"),
        ("https://president.ee/en/media/press-releases/a-release", "ee-president"),
        ("https://www.gov.pl/web/obrona-narodowa/a-release", "pl-defence"),
        ("https://www.gov.pl/web/dyplomacja/a-release", "pl-foreign"),
        ("https://valtioneuvosto.fi/-/1410877/a-release", "fi-government"),
    ],
)
def test_the_address_of_an_article_tells_whose_it_is(address, key):
    _, page = reader_of(address)
    assert page.key == f"{key}.article"


def test_everything_is_constructed_and_feeds_are_compared_with_what_was_expected():
    assert {page.evidence for page in DESK.pages} == {"constructed"}
    assert {page.name for page in DESK.pages if page.shape} == {"feed"}


def test_no_two_addresses_of_an_outlet_share_a_key():
    one, other = (key_of(OUTLET, f"https://ministry.example/news/{name}") for name in ("mines", "mines-2"))
    assert one != other


def test_an_address_is_the_same_with_and_without_tails():
    assert clean_address(" http://a.example/news/x?utm=1#y ") == "https://a.example/news/x"


def test_a_sixth_state_would_be_a_row():
    (listing, article) = desk((OUTLET,)).pages
    assert (listing.key, article.key) == ("lv-nothing.feed", "lv-nothing.article")
    assert urlsplit(OUTLET.listing).netloc in desk((OUTLET,)).download_slots
