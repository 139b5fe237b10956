import asyncio
import datetime as dt
import types

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Request, signals
from scrapy.core.downloader import Downloader, Slot
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import Response
from scrapy.robotstxt import ProtegoRobotParser
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
def middleware(monkeypatch):
    monkeypatch.setattr(patience.random, "uniform", lambda low, high: (low + high) / 2)
    settings = {"OTTAWA_RETRY_BASE": 1.0, "OTTAWA_RETRY_CAP": 60.0, "RETRY_TIMES": 3}
    made = PatientRetryMiddleware.from_crawler(get_crawler(settings_dict=settings))
    made.crawler.spider = types.SimpleNamespace(crawler=made.crawler)
    made.crawler.engine = types.SimpleNamespace(downloader=types.SimpleNamespace(slots={}))
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


def test_crawls_that_failed_together_come_back_apart(middleware, monkeypatch):
    monkeypatch.undo()
    waits = {middleware.wait(Request(URL), None) for _ in range(20)}
    assert len(waits) > 1
    assert all(0.75 <= wait <= 1.25 for wait in waits)


def test_no_wait_of_ours_is_longer_than_the_cap(middleware):
    assert middleware.wait(Request(URL, meta={"retry_times": 50}), None) == 60


def test_the_host_is_left_alone_while_a_request_waits(middleware, waits, monkeypatch):
    slot = Slot(concurrency=1, delay=1)
    middleware.crawler.engine.downloader.slots["parliament.example"] = slot
    monkeypatch.setattr(patience.time, "monotonic", lambda: 1000.0)
    respond(middleware, answer(429, **{"Retry-After": "7"}), download_slot="parliament.example")
    assert slot.lastseen == 1007


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


@pytest.mark.parametrize("header", ["²", "1 Jan 99999999999999999999 00:00:00 GMT", "soon", ""])
def test_what_is_neither_a_number_nor_a_date_asks_for_nothing(header):
    assert retry_after(answer(503, **{"Retry-After": header.encode("latin-1")}), NOW) is None


def test_an_answer_without_the_header_asks_for_nothing():
    assert retry_after(answer(503), NOW) is None


@given(st.text(st.characters(codec="latin-1"), max_size=40))
def test_no_header_however_odd_breaks_the_crawl(header):
    found = retry_after(answer(503, **{"Retry-After": header.encode("latin-1")}), NOW)
    assert found is None or found >= 0


@pytest.fixture
def downloader():
    crawler = get_crawler(
        settings_dict={"DOWNLOAD_DELAY": 2, "DOWNLOAD_SLOTS": {"slow.example": {"delay": 7}}}
    )
    made = Downloader(crawler)
    crawler.engine = types.SimpleNamespace(downloader=made)
    crawler.robots = CrawlDelay.from_crawler(crawler)
    made.slots["parliament.example"] = Slot(concurrency=1, delay=2, jitter=0.5)
    return made


def read_robots(downloader, asked, url=URL):
    robots = b"User-agent: *\n" + (f"Crawl-delay: {asked}\n".encode() if asked else b"")
    parser = ProtegoRobotParser.from_crawler(downloader.crawler, robots)
    downloader.crawler.signals.send_catch_log(
        signal=signals.robots_parsed, robotparser=parser, request=Request(url)
    )


def delays(slot):
    return slot.delay, slot.jitter


@pytest.mark.parametrize(("asked", "kept"), [(10, (10, 0)), (1, (2, 0)), (None, (2, 0.5))])
def test_the_longer_of_two_delays_is_kept_and_never_cut_short(downloader, asked, kept):
    read_robots(downloader, asked)
    assert delays(downloader.slots["parliament.example"]) == kept


def test_a_delay_of_ours_that_is_longer_stands(downloader):
    read_robots(downloader, 3, "https://slow.example/")
    assert downloader.per_slot_settings["slow.example"]["delay"] == 7


def test_the_delay_outlives_the_slot_that_scrapy_drops(downloader):
    read_robots(downloader, 10)
    downloader._slot_gc(age=-1e9)
    assert downloader.slots == {}
    downloader._start_slot_gc = lambda: None
    assert delays(downloader._get_slot(Request(URL))[1]) == (10, 0)


def test_the_settings_name_this_middleware():
    settings = Settings()
    settings.setmodule("scrapers.settings")
    assert settings["DOWNLOADER_MIDDLEWARES"]["scrapers.patience.PatientRetryMiddleware"] == 550
