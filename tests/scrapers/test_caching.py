import types

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, JsonResponse
from scrapy.settings import Settings
from scrapy.utils.request import RequestFingerprinter
from scrapy.utils.test import get_crawler

from scrapers.archive import Archive, ArchiveError
from scrapers.caching import ArchiveMiddleware, ArchiveStorage, RevalidatingPolicy

URL = "https://parliament.example/votes/1"
KEEPING = {
    "HTTPCACHE_ENABLED": True,
    "HTTPCACHE_STORAGE": "scrapers.caching.ArchiveStorage",
    "HTTPCACHE_POLICY": "scrapers.caching.RevalidatingPolicy",
}


@pytest.fixture
def archive(tmp_path):
    with Archive(tmp_path) as opened:
        yield opened


@pytest.fixture
def storage(archive):
    made = ArchiveStorage(Settings({"OTTAWA_ARCHIVE": archive}))
    crawler = types.SimpleNamespace(request_fingerprinter=RequestFingerprinter())
    made.open_spider(types.SimpleNamespace(crawler=crawler))
    return made


def json_response(request, body=b'{"yes": 1}', **headers):
    return JsonResponse(
        request.url,
        body=body,
        request=request,
        headers={"Content-Type": "application/json", **headers},
    )


def test_a_stored_answer_is_retrieved_with_its_type(storage):
    request = Request(URL)
    storage.store_response(None, request, json_response(request))
    found = storage.retrieve_response(None, Request(URL))
    assert isinstance(found, JsonResponse)
    assert (found.url, found.status, found.json()) == (URL, 200, {"yes": 1})


def test_an_html_page_comes_back_as_one(storage):
    request = Request(URL)
    page = HtmlResponse(URL, body=b"<p>x", headers={"Content-Type": "text/html; charset=utf-8"})
    storage.store_response(None, request, page)
    assert isinstance(storage.retrieve_response(None, request), HtmlResponse)


def test_an_unknown_request_has_no_answer(storage):
    assert storage.retrieve_response(None, Request(URL)) is None


def test_requests_by_post_are_told_apart_by_their_bodies(storage):
    for body in (b"first", b"second"):
        request = Request(URL, method="POST", body=body)
        storage.store_response(None, request, json_response(request, body=b'"%s"' % body))
    found = storage.retrieve_response(None, Request(URL, method="POST", body=b"first"))
    assert found.json() == "first"


def test_the_time_and_the_origin_travel_with_the_request(storage):
    stored = Request(URL)
    storage.store_response(None, stored, json_response(stored))
    retrieved = Request(URL)
    storage.retrieve_response(None, retrieved)
    assert stored.meta["fetched_at"] == retrieved.meta["fetched_at"]
    assert retrieved.meta["origin"] == "live"


def test_cookies_are_not_kept(storage, archive):
    request = Request(URL)
    storage.store_response(None, request, json_response(request, **{"Set-Cookie": "who=1", "ETag": '"a"'}))
    (capture,) = archive.captures()
    assert "Set-Cookie" not in dict(capture.headers)
    assert dict(capture.headers)["Etag"] == '"a"'


def test_the_length_is_that_of_the_body_kept(storage, archive):
    request = Request(URL)
    storage.store_response(None, request, json_response(request, **{"Content-Length": "7"}))
    (capture,) = archive.captures()
    assert dict(capture.headers)["Content-Length"] == "10"


@pytest.mark.parametrize("name", ["Connection", "Content-Encoding", "Transfer-Encoding", "Upgrade"])
def test_what_was_true_of_the_connection_alone_is_not_kept(storage, archive, name):
    request = Request(URL)
    storage.store_response(None, request, json_response(request, **{name: "x"}))
    (capture,) = archive.captures()
    assert name not in dict(capture.headers)


def test_a_damaged_answer_is_noted_on_its_request(storage, tmp_path):
    request = Request(URL)
    storage.store_response(None, request, json_response(request))
    for segment in tmp_path.glob("*.warc.gz"):
        segment.write_bytes(b"")
    with pytest.raises(ArchiveError):
        storage.retrieve_response(None, request)
    assert isinstance(request.meta["damage"], ArchiveError)


@pytest.fixture
def policy():
    return RevalidatingPolicy(Settings())


def test_an_answer_is_kept_though_its_server_would_rather_not(policy):
    request = Request(URL)
    assert policy.should_cache_response(json_response(request, **{"Cache-Control": "no-store"}), request)


def test_a_bare_not_modified_is_not_kept(policy):
    request = Request(URL)
    assert not policy.should_cache_response(json_response(request).replace(status=304), request)


def test_no_kept_answer_is_fresh_however_long_it_may_live(policy):
    request = Request(URL)
    kept = json_response(request, **{"Cache-Control": "max-age=31536000"})
    assert not policy.is_cached_response_fresh(kept, request)


def test_the_next_request_carries_the_validators(policy):
    request = Request(URL)
    kept = json_response(request, **{"ETag": '"a"', "Last-Modified": "Wed, 25 Jun 2025 20:00:00 GMT"})
    policy.is_cached_response_fresh(kept, request)
    assert request.headers["If-None-Match"] == b'"a"'
    assert request.headers["If-Modified-Since"] == b"Wed, 25 Jun 2025 20:00:00 GMT"


@pytest.mark.parametrize(("status", "valid"), [(304, True), (200, False), (500, False), (404, False)])
def test_a_kept_answer_stands_only_if_the_source_says_so(policy, status, valid):
    request = Request(URL)
    new = json_response(request).replace(status=status)
    assert policy.is_cached_response_valid(json_response(request), new, request) is valid


def test_a_dead_source_is_not_covered_up_by_a_kept_answer():
    request = Request(URL, meta={"cached_response": "kept"})
    assert ArchiveMiddleware.process_exception(None, request, OSError()) is None
    assert "cached_response" not in request.meta


def test_the_type_of_a_bare_not_modified_is_not_that_of_the_kept_answer(archive):
    crawler = get_crawler(settings_dict={**KEEPING, "OTTAWA_ARCHIVE": archive})
    kept = json_response(Request(URL))
    bare = HtmlResponse(URL, status=304, headers={"Content-Type": "text/html", "ETag": '"b"'})
    ArchiveMiddleware.from_crawler(crawler)._freshen_cached_response(kept, bare)
    assert kept.headers["Content-Type"] == b"application/json"
    assert kept.headers["ETag"] == b'"b"'
