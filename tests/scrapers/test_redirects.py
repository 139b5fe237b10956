from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.settings import Settings

from scrapers.redirects import NamedRedirectMiddleware, RedirectError

URL = "https://parliament.example/votes/1"


@pytest.fixture
def middleware():
    made = NamedRedirectMiddleware(Settings())
    made.crawler = SimpleNamespace(spider=SimpleNamespace(allowed_domains=["parliament.example"]))
    return made


def led(middleware, to, request=None, status=302):
    response = Response(URL, status=status, headers={"Location": to} if to else {})
    return middleware.process_response(request or Request(URL), response)


@pytest.mark.parametrize(
    "to", ["/votes/2", "http://parliament.example/votes/2", "https://www.parliament.example/"]
)
def test_a_redirect_within_the_source_is_followed_whoever_asked_for_its_end(middleware, to):
    followed = led(middleware, to)
    assert (followed.dont_filter, followed.meta["redirect_urls"]) == (True, [URL])


@pytest.mark.parametrize("to", ["https://elsewhere.example/", "https://xparliament.example/", "http:///x"])
def test_a_redirect_to_another_host_is_a_failure(middleware, to):
    with pytest.raises(RedirectError, match="another host"):
        led(middleware, to)


def test_a_redirect_that_leads_back_is_a_failure_at_once(middleware):
    there = led(middleware, "/votes/2")
    response = Response(there.url, status=302, headers={"Location": URL})
    with pytest.raises(RedirectError, match="lead back"):
        middleware.process_response(there, response)


@pytest.mark.parametrize(("to", "status"), [(None, 302), ("/votes/2", 200)])
def test_what_is_no_redirect_passes(middleware, to, status):
    assert led(middleware, to, status=status).status == status
