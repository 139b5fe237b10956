import asyncio

import pytest
from scrapy import Request, signals
from scrapy.exceptions import CannotResolveHostError, NotConfigured
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from scrapers import settings
from scrapers.robots import RobotsError, RobotsMiddleware

URL = "https://parliament.example/votes/1"
RULES = b"User-agent: *\nDisallow: /votes\n"


class Engine:
    """Answers for robots.txt as told, after a moment in which others come to wait for it too."""

    def __init__(self, answer):
        self.answer = answer
        self.asked = []

    async def download_async(self, request):
        self.asked.append(request.url)
        await asyncio.sleep(0)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def middleware(answer, **changed):
    crawler = get_crawler(settings_dict={"ROBOTSTXT_OBEY": True, **changed})
    crawler.engine = Engine(answer)
    return RobotsMiddleware.from_crawler(crawler)


def robots(body=b"", status=200):
    return Response("https://parliament.example/robots.txt", status=status, body=body)


def outcomes(made, *urls):
    """What becomes of requests that are made together: None is leave to go on."""

    async def run():
        return await asyncio.gather(
            *(made.process_request(Request(url)) for url in urls), return_exceptions=True
        )

    return asyncio.run(run())


def test_what_the_rules_forbid_is_not_asked():
    (found,) = outcomes(middleware(robots(RULES)), URL)
    assert isinstance(found, RobotsError)
    assert found.state == "refused"


def test_what_the_rules_allow_is_asked():
    assert outcomes(middleware(robots(RULES)), "https://parliament.example/members") == [None]


def test_all_requests_that_wait_for_the_rules_together_obey_them():
    found = outcomes(middleware(robots(RULES)), *[URL] * 5)
    assert [type(outcome) for outcome in found] == [RobotsError] * 5


def test_the_rules_of_a_host_are_asked_for_once():
    made = middleware(robots(RULES))
    outcomes(made, URL, "https://parliament.example/members", "https://parliament.example/")
    assert made._crawler.engine.asked == ["https://parliament.example/robots.txt"]


def test_each_host_has_rules_of_its_own():
    made = middleware(robots())
    outcomes(made, URL, "https://elsewhere.example/")
    assert len(made._crawler.engine.asked) == 2


@pytest.mark.parametrize("status", [404, 403, 410])
def test_a_host_without_rules_allows_everything(status):
    assert outcomes(middleware(robots(b"<html>Disallow: /", status)), URL) == [None]


@pytest.mark.parametrize("status", [500, 503, 429])
def test_rules_that_the_server_fails_to_give_allow_nothing(status):
    (found,) = outcomes(middleware(robots(status=status)), URL)
    assert found.state == "refused"
    assert f"HTTP {status}" in str(found)


def test_rules_out_of_reach_allow_nothing_and_say_so():
    (found,) = outcomes(middleware(CannotResolveHostError("parliament.example")), URL)
    assert found.state == "unreachable"
    assert "CannotResolveHostError" in str(found)


def test_the_request_for_the_rules_does_not_wait_for_them():
    made = middleware(robots(RULES))
    request = Request(URL, meta={"dont_obey_robotstxt": True})
    assert asyncio.run(made.process_request(request)) is None
    assert made._crawler.engine.asked == []


def test_others_hear_of_the_rules():
    made = middleware(robots(b"User-agent: *\nCrawl-delay: 9\n"))
    heard = []
    listener = lambda robotparser: heard.append(robotparser.crawl_delay("ottawa"))  # noqa: E731  kept alive
    made._crawler.signals.connect(listener, signal=signals.robots_parsed)
    outcomes(made, URL)
    assert heard == [9]


def test_it_is_off_where_no_source_is_asked():
    with pytest.raises(NotConfigured):
        middleware(robots(), ROBOTSTXT_OBEY=False)


def test_the_settings_name_this_middleware():
    assert settings.ROBOTSTXT_OBEY
    assert "scrapers.robots.RobotsMiddleware" in settings.DOWNLOADER_MIDDLEWARES
