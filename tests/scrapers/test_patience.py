import asyncio
import datetime as dt
import types

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Request
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import Response
from scrapy.settings import Settings
from scrapy.utils.test import get_crawler

from scrapers import patience
from scrapers.patience import CrawlDelay, PatientRetryMiddleware, retry_after

URL = "https://parliament.example/votes/1"
NOW = dt.datetime(2025, 6, 25, 12, 0, 0, tzinfo=dt.UTC)


def answer(status=200, **headers):
    return Response(URL, status=status, headers=headers)


@pytest.fixture
def waits(monkeypatch):
    found = []

    async def sleep(seconds):
        found.append(seconds)

    monkeypatch.setattr(patience.asyncio, "sleep", sleep)
    return found


@pytest.fixture
def middleware():
    settings = {"OTTAWA_RETRY_BASE": 1.0, "OTTAWA_RETRY_CAP": 60.0, "RETRY_TIMES": 3}
    made = PatientRetryMiddleware.from_crawler(get_crawler(settings_dict=settings))
    made.crawler.spider = types.SimpleNamespace(crawler=made.crawler)
    made.crawler.stats = made.crawler.stats or types.SimpleNamespace(inc_value=lambda *_: None)
    return made


def respond(middleware, response, **meta):
    return asyncio.run(middleware.process_response(Request(URL, meta=meta), response))


def test_a_good_answer_is_handed_on_at_once(middleware, waits):
    good = answer()
    assert respond(middleware, good) is good
    assert waits == []


def test_a_retry_waits_twice_as_long_each_time(middleware, waits):
    for tries in range(3):
        respond(middleware, answer(503), retry_times=tries)
    assert waits == [1, 2, 4]


def test_a_source_that_asks_for_time_gets_it(middleware, waits):
    assert isinstance(respond(middleware, answer(429, **{"Retry-After": "7"})), Request)
    assert waits == [7]


def test_a_source_that_asks_for_too_much_is_not_asked_again(middleware, waits):
    busy = answer(429, **{"Retry-After": "86400"})
    assert respond(middleware, busy) is busy
    assert waits == []


def test_retries_come_to_an_end(middleware, waits):
    broken = answer(500)
    assert respond(middleware, broken, retry_times=3) is broken
    assert waits == []


def test_a_failure_of_the_network_waits_too(middleware, waits):
    request = Request(URL)
    assert isinstance(asyncio.run(middleware.process_exception(request, DownloadTimeoutError())), Request)
    assert waits == [1]


def test_an_error_of_the_program_is_not_retried(middleware, waits):
    assert asyncio.run(middleware.process_exception(Request(URL), KeyError())) is None
    assert waits == []


def test_retry_after_may_be_a_date():
    assert retry_after(answer(503, **{"Retry-After": "Wed, 25 Jun 2025 12:00:30 GMT"}), NOW) == 30


def test_a_date_that_has_passed_asks_for_nothing():
    assert retry_after(answer(503, **{"Retry-After": "Wed, 25 Jun 2025 11:00:00 GMT"}), NOW) == 0


def test_an_answer_without_the_header_asks_for_nothing():
    assert retry_after(answer(503), NOW) is None


@given(st.text(st.characters(codec="latin-1"), max_size=40))
def test_no_header_however_odd_breaks_the_crawl(header):
    found = retry_after(answer(503, **{"Retry-After": header.encode("latin-1")}), NOW)
    assert found is None or found >= 0


def crawl_delay(asked, configured):
    slot = types.SimpleNamespace(delay=configured)
    crawler = get_crawler()
    crawler.engine = types.SimpleNamespace(
        downloader=types.SimpleNamespace(slots={"parliament.example": slot})
    )
    extension = CrawlDelay.from_crawler(crawler)
    parser = types.SimpleNamespace(crawl_delay=lambda _agent: asked)
    extension._robots_parsed(parser, Request(URL))
    return slot.delay


@pytest.mark.parametrize(("asked", "configured", "delay"), [(10, 1, 10), (1, 7, 7), (None, 1, 1)])
def test_the_longer_of_two_delays_is_kept(asked, configured, delay):
    assert crawl_delay(asked, configured) == delay


def test_the_settings_name_this_middleware():
    settings = Settings()
    settings.setmodule("scrapers.settings")
    assert settings["DOWNLOADER_MIDDLEWARES"]["scrapers.patience.PatientRetryMiddleware"] == 550
