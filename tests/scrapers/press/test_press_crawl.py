"""Walking and storing: from a feed to its articles, over an invented ministry."""

import datetime as dt
import json
import sqlite3

import pytest
from invented_press import ABOUT, FEED, HOST, OUTLET, TEXT, answer, article, feed, item
from loaded import run_loaded
from rerouted import play_with
from scrapy import Request
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.utils.request import fingerprint
from twisted.python.failure import Failure

from scrapers.archive import Archive, Capture
from scrapers.pages import PageError
from scrapers.press import desk, spider
from scrapers.press.outlets import OUTLETS
from scrapers.press.spider import PressSpider
from scrapers.spiders import Selection

LISTING, ARTICLE = desk((OUTLET,)).pages
OLD = item(
    title="Old words on cluster munitions", path="/news/old", published="Mon, 01 Jan 2024 10:00:00 +0000"
)


@pytest.fixture
def walker(monkeypatch):
    monkeypatch.setitem(spider.BY_KEY, OUTLET.key, OUTLET)
    return PressSpider


def followed(walker, body, page=LISTING, **selection):
    made = walker(selection=Selection(**selection)).follow(page, answer(body))
    return [request.url for request in made]


def test_every_feed_and_list_is_asked_for():
    assert [request.url for request in PressSpider().begin()] == [outlet.listing for outlet in OUTLETS]


def test_from_a_feed_only_articles_about_the_subject_are_asked_for(walker):
    assert followed(walker, feed(item(), item(title="On roads", path="/news/roads"), OLD)) == [
        f"{HOST}/news/mines",
        f"{HOST}/news/old",
    ]


def test_older_articles_are_left_out_if_a_day_is_given(walker):
    assert followed(walker, feed(item(), OLD), since=dt.date(2025, 1, 1)) == [f"{HOST}/news/mines"]


def test_an_article_of_unknown_day_is_asked_for_in_any_case(walker):
    body = feed(item(published="yesterday"))
    assert followed(walker, body, since=dt.date(2025, 1, 1)) == [f"{HOST}/news/mines"]


def test_nothing_is_followed_from_an_article(walker):
    assert followed(walker, article(), page=ARTICLE) == []


def test_nothing_is_followed_from_a_page_under_the_address_of_a_feed(walker):
    with pytest.raises(PageError):
        followed(walker, article())


def test_a_site_that_refuses_us_is_a_named_state(walker):
    failure = Failure(HttpError(Response(FEED, status=403), "not good"))
    failure.request = Request(FEED)
    (found,) = walker().failed(failure)
    assert (found.state, found.reason) == ("refused", "HTTP 403")


def keep(folder, url, body, day):
    capture = Capture(
        fingerprint=fingerprint(Request(url)).hex(),
        url=url,
        method="GET",
        request_body=b"",
        fetched_at=dt.datetime(2025, 1, day, tzinfo=dt.UTC),
        status=200,
        headers=(("Content-Type", "text/html"),),
        origin="live",
    )
    with Archive(folder / "archive") as archive:
        archive.put(capture, body.encode())


def command(folder, *arguments):
    return run_loaded(play_with, "with_invented_press", *arguments, folder=folder)


def query(folder, sql):
    with sqlite3.connect(folder / "ottawa.db") as db:
        return db.execute(sql).fetchall()


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("press")
    keep(folder, FEED, feed(item(), OLD, item(title="Mined coal", path="/news/coal")), 17)
    keep(folder, f"{HOST}/news/mines", article(), 17)
    keep(folder, f"{HOST}/news/undated", article(date=None), 17)
    run = command(folder, "crawl", "press", "--offline")
    assert run.returncode == 1, run.stdout + run.stderr
    return folder


STORED = "SELECT {} FROM statements WHERE key LIKE 'lv-nothing-%' ORDER BY date"


def test_what_a_feed_announces_is_stored_and_the_article_adds_its_words(crawled):
    found = query(crawled, STORED.format("key, date, time, title, text, origin"))
    assert found == [
        (
            "lv-nothing-news-old",
            "2024-01-01",
            "2024-01-01T10:00:00.000+00:00",
            "Old words on cluster munitions",
            None,
            "live",
        ),
        (
            "lv-nothing-news-mines",
            "2025-01-16",
            "2025-01-15T23:30:00.000+00:00",
            ABOUT,
            f"{ABOUT}\n{TEXT}",
            "live",
        ),
    ]


def test_words_that_are_added_are_no_revision(crawled):
    assert query(crawled, "SELECT * FROM revisions") == []


def test_an_article_without_a_date_is_set_aside_by_name(crawled):
    found = query(crawled, "SELECT state, url, reason FROM run_problems")
    url = f"{HOST}/news/undated"
    assert found == [("quarantined", url, f"{url}: date: an article without a date")]


def test_running_twice_writes_no_row(crawled):
    before = query(crawled, "SELECT count(*) FROM statements")
    command(crawled, "crawl", "press", "--offline")
    assert query(crawled, "SELECT rows_written FROM runs WHERE spider = 'press'")[1:] == [(0,)]
    assert query(crawled, "SELECT count(*) FROM statements") == before


def test_a_rebuild_finds_the_same_statements(crawled):
    before = query(crawled, STORED.format("*"))
    command(crawled, "rebuild")
    assert [row[1:] for row in query(crawled, STORED.format("*"))] == [row[1:] for row in before]


def test_a_saved_feed_is_told_as_json_lines(tmp_path):
    (tmp_path / "feed.xml").write_text(feed(), encoding="utf-8")
    run = command(tmp_path, "parse", "feed.xml", "--url", FEED)
    assert run.returncode == 0, run.stderr
    (line,) = map(json.loads, run.stdout.splitlines())
    assert (line["record"], line["title"], line["date"]) == ("Statement", ABOUT, "2025-01-16")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (article(), "an HTML page where a feed was promised"),
        (feed().replace("<", "&lt;"), "escaped twice"),
        (feed()[:-9], "not a whole feed"),
    ],
)
def test_a_saved_feed_that_is_none_is_told_by_name(tmp_path, body, reason):
    (tmp_path / "feed.xml").write_text(body, encoding="utf-8")
    run = command(tmp_path, "parse", "feed.xml", "--url", FEED)
    assert run.returncode == 1
    assert reason in run.stderr
