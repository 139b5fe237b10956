import datetime as dt
import types
from itertools import pairwise

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, JsonResponse, XmlResponse
from scrapy.settings import Settings
from scrapy.utils.request import RequestFingerprinter
from scrapy.utils.test import get_crawler

from scrapers.archive import Archive, ArchiveError
from scrapers.caching import ArchiveMiddleware, ArchiveStorage, RevisitingPolicy, is_believed

URL = "https://parliament.example/votes/1"
KEEPING = {
    "HTTPCACHE_ENABLED": True,
    "HTTPCACHE_STORAGE": "scrapers.caching.ArchiveStorage",
    "HTTPCACHE_POLICY": "scrapers.caching.RevisitingPolicy",
}


@pytest.fixture
def archive(tmp_path):
    with Archive(tmp_path) as opened:
        yield opened


@pytest.fixture
def storage(archive):
    made = ArchiveStorage(Settings({"OTTAWA_ARCHIVE": archive}))
    made.open_spider(spider())
    return made


def spider():
    crawler = types.SimpleNamespace(request_fingerprinter=RequestFingerprinter())
    return types.SimpleNamespace(crawler=crawler)


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


def test_a_folder_is_opened_and_at_the_end_closed(tmp_path):
    made = ArchiveStorage(Settings({"OTTAWA_ARCHIVE": tmp_path / "node"}))
    made.open_spider(spider())
    request = Request(URL)
    made.store_response(None, request, json_response(request))
    made.close_spider(None)
    assert not list((tmp_path / "node").glob("index.db-*"))
    with Archive.existing(tmp_path / "node") as kept:
        assert [capture.url for capture in kept.captures()] == [URL]


def test_an_archive_that_others_use_too_stays_open(storage):
    storage.close_spider(None)
    assert storage.retrieve_response(None, Request(URL)) is None


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
    return RevisitingPolicy(Settings())


def test_an_answer_is_kept_though_its_server_would_rather_not(policy):
    request = Request(URL)
    assert policy.should_cache_response(json_response(request, **{"Cache-Control": "no-store"}), request)


def test_a_bare_not_modified_is_not_kept(policy):
    request = Request(URL)
    assert not policy.should_cache_response(json_response(request).replace(status=304), request)


def test_how_long_its_server_thinks_an_answer_is_good_does_not_matter(policy):
    request = Request(URL, meta={"origin": "live"})
    kept = json_response(request, **{"Cache-Control": "max-age=31536000"})
    assert not policy.is_cached_response_fresh(kept, request)


@pytest.fixture
def asked_again(archive):
    """What the middleware makes of an answer to a request that has had one."""
    crawler = get_crawler(settings_dict={**KEEPING, "OTTAWA_ARCHIVE": archive})
    middleware = ArchiveMiddleware.from_crawler(crawler)
    crawler.spider = crawler._create_spider("invented")
    middleware.storage.open_spider(crawler.spider)
    crawler.request_fingerprinter = RequestFingerprinter()

    def ask(response):
        request = Request(response.url)
        middleware.process_request(request)
        return middleware.process_response(request, response)

    return ask


def test_the_same_bytes_under_another_type_are_another_answer(asked_again, archive):
    for content_type in ("image/png", "application/json"):
        came = asked_again(JsonResponse(VOTE, body=b"{}", headers={"Content-Type": content_type}))
    assert came.headers["Content-Type"] == b"application/json"
    assert [capture.content_type for capture in archive.captures()] == ["image/png", "application/json"]


VOTE = "https://api.sejm.gov.pl/sejm/term10/votings/37/66"
VOTINGS = "https://api.sejm.gov.pl/sejm/term10/votings"
NOW = dt.datetime(2025, 7, 1, 4, 0, tzinfo=dt.UTC)


def noted(url, *, unchanged_for, asked_ago, origin="live"):
    """A request of which the archive has an answer."""
    last = NOW - dt.timedelta(days=asked_ago)
    since = last - dt.timedelta(days=unchanged_for)
    return Request(url, meta={"fetched_at": last, "unchanged_since": since, "origin": origin})


def due(*, unchanged_for, asked_ago):
    """How many of two hundred votes are asked for again."""
    votes = [f"{VOTINGS}/1/{number}" for number in range(200)]
    requests = (noted(vote, unchanged_for=unchanged_for, asked_ago=asked_ago) for vote in votes)
    return sum(not is_believed(request, NOW) for request in requests)


@pytest.mark.parametrize(
    ("unchanged_for", "asked_ago", "least", "most"),
    [
        (0, 1, 200, 200),
        (1, 1, 200, 200),
        (4, 1, 60, 140),
        (4, 2, 200, 200),
        (60, 1, 0, 20),
        (60, 30, 200, 200),
    ],
)
def test_an_answer_is_believed_at_most_half_as_long_as_it_has_been_the_same(
    unchanged_for, asked_ago, least, most
):
    assert least <= due(unchanged_for=unchanged_for, asked_ago=asked_ago) <= most


def resumed(url, *, begun_ago, asked_ago):
    request = noted(url, unchanged_for=0, asked_ago=asked_ago)
    request.meta["resumed_since"] = NOW - dt.timedelta(days=begun_ago)
    return request


@pytest.mark.parametrize(
    ("url", "begun_ago", "asked_ago", "believed"),
    [
        (VOTE, 2, 1, True),
        (VOTE, 1, 2, False),
        (VOTE, 100, 99, False),
        (VOTINGS, 2, 1, False),
    ],
)
def test_what_a_stopped_run_had_is_believed_by_the_one_that_goes_on(url, begun_ago, asked_ago, believed):
    assert is_believed(resumed(url, begun_ago=begun_ago, asked_ago=asked_ago), NOW) is believed


def test_no_answer_is_believed_beyond_the_patience_of_its_page():
    assert due(unchanged_for=900, asked_ago=89) < 200
    assert due(unchanged_for=900, asked_ago=90) == 200


def test_what_was_asked_for_on_one_night_comes_due_on_many():
    found = [due(unchanged_for=900, asked_ago=days) for days in range(0, 91, 5)]
    assert (found[0], found[-1]) == (0, 200)
    assert max(later - earlier for earlier, later in pairwise(found)) < 25


def test_what_lists_what_is_new_is_asked_for_every_time():
    assert not is_believed(noted(VOTINGS, unchanged_for=900, asked_ago=0.1), NOW)


def test_a_bundled_fact_is_not_believed_where_a_source_can_be_asked():
    assert not is_believed(noted(VOTE, unchanged_for=100, asked_ago=1, origin="sample"), NOW)


def test_an_answer_from_the_future_is_not_believed_after_a_clock_was_set_back():
    assert not is_believed(noted(VOTE, unchanged_for=100, asked_ago=-5), NOW)


def test_what_no_page_reads_is_asked_for_every_time():
    assert not is_believed(noted(URL, unchanged_for=100, asked_ago=1), NOW)


def test_everything_can_be_asked_for_on_request():
    now = dt.datetime.now(dt.UTC)
    meta = {"fetched_at": now, "unchanged_since": now - dt.timedelta(days=50), "origin": "live"}
    request = Request(VOTE, meta=meta)
    kept = json_response(request)
    assert RevisitingPolicy(Settings()).is_cached_response_fresh(kept, request)
    assert not RevisitingPolicy(Settings({"OTTAWA_FULL": True})).is_cached_response_fresh(kept, request)


def test_the_next_request_carries_the_validators(policy):
    request = Request(URL, meta={"origin": "live"})
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


COURSE = "https://apps.lrs.lt/sip/p2b.ad_seimo_posedzio_eiga_full?posedzio_id=-1"


def stamped(moment, body="<posėdis/>"):
    text = f'<SeimoInformacija suformavimo_laikas="{moment}">{body}</SeimoInformacija>'
    return XmlResponse(COURSE, body=text.encode(), headers={"Content-Type": "text/xml; charset=utf-8"})


def test_an_answer_with_nothing_new_but_its_stamp_is_the_kept_one(asked_again, archive):
    asked_again(stamped("2025-05-08 10:00"))
    again = asked_again(stamped("2025-05-09 10:00"))
    assert again.body == stamped("2025-05-08 10:00").body
    assert len({capture.sha256 for capture in archive.captures()}) == 1
    assert len(list(archive.captures())) == 2


def test_an_answer_with_something_new_beside_its_stamp_is_kept(asked_again, archive):
    asked_again(stamped("2025-05-08 10:00"))
    again = asked_again(stamped("2025-05-09 10:00", "<posėdis><balsavimas/></posėdis>"))
    assert b"balsavimas" in again.body
    assert len({capture.sha256 for capture in archive.captures()}) == 2
