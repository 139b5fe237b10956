import datetime as dt

import pytest
from scrapy import Request
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest, ResponseDataLossError
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from scrapers.caching import NotArchivedError
from scrapers.parliaments.poland.spider import PolishSpider
from scrapers.robots import RobotsError
from scrapers.spiders import Selection, answer_of, problem_of

URL = "https://parliament.example/votes/1"


def problem(error):
    failure = Failure(error)
    failure.request = Request(URL)
    return problem_of(failure)


def http_error(status):
    return HttpError(Response(URL, status=status), "not good")


@pytest.mark.parametrize(
    ("error", "state", "reason"),
    [
        (CannotResolveHostError("parliament.example"), "unreachable", "parliament.example"),
        (http_error(404), "failed", "HTTP 404"),
        (http_error(500), "failed", "HTTP 500"),
        (http_error(401), "refused", "HTTP 401"),
        (http_error(403), "refused", "HTTP 403"),
        (RobotsError("refused", "robots.txt does not allow it"), "refused", "robots.txt"),
        (RobotsError("unreachable", "robots.txt: no route"), "unreachable", "robots.txt"),
        (NotArchivedError("Ignored request not in cache"), "not archived", "archive"),
        (IgnoreRequest("max redirections reached"), "failed", "max redirections"),
        (ResponseDataLossError(), "failed", "ResponseDataLossError"),
        (RuntimeError("surprise"), "failed", "surprise"),
    ],
)
def test_every_failure_has_a_name(error, state, reason):
    found = problem(error)
    assert (found.url, found.state) == (URL, state)
    assert reason in found.reason


def test_an_answer_carries_what_its_page_needs():
    request = Request(URL, method="POST", body=b"question")
    response = Response(
        URL, status=200, headers={"Content-Type": "application/json"}, body=b"{}", request=request
    )
    found = answer_of(response)
    assert (found.url, found.body, found.method) == (URL, b"{}", "POST")
    assert (found.content_type, found.request_body) == ("application/json", b"question")


def test_a_failure_after_a_redirect_is_that_of_the_address_that_was_asked_for():
    failure = Failure(http_error(404))
    failure.request = Request(f"{URL}/moved", meta={"redirect_urls": [URL, f"{URL}/again"]})
    assert problem_of(failure).url == URL


@pytest.mark.parametrize("status", [204, 206])
def test_a_part_of_an_answer_is_not_read(status):
    spider = PolishSpider()
    (found,) = spider.parse(Response(URL, status=status, body=b"{}"))
    assert (found.url, found.state, found.reason) == (URL, "failed", f"HTTP {status}")


def test_scrapyd_tells_the_selection_in_words():
    spider = PolishSpider(term="10", since="2025-06-01", _job="1")
    assert spider.selection == Selection(term="10", since=dt.date(2025, 6, 1))


def test_a_bill_is_named_as_the_parliament_writes_it():
    assert PolishSpider(bill="HE 56/2025 vp").selection == Selection(bills=("HE 56/2025 vp",))


def test_without_a_word_the_tracked_bills_are_asked_for():
    assert PolishSpider(_job="1").selection == Selection()


def test_a_day_that_is_none_is_refused():
    with pytest.raises(ValueError, match="yesterday"):
        PolishSpider(since="yesterday")
