"""The archive and the waiting within real crawls, over a source on this machine."""

import datetime as dt
import json
import sqlite3
from itertools import pairwise

import asking
import pytest
from loaded import run_loaded
from loopback import Reply, serving

from scrapers.archive import Archive

LIVE = {"DOWNLOAD_DELAY": 0.01, "OTTAWA_RETRY_BASE": 0.01, "RETRY_TIMES": 1}
OFFLINE = {
    "HTTPCACHE_POLICY": "scrapy.extensions.httpcache.DummyPolicy",
    "HTTPCACHE_IGNORE_MISSING": True,
    "ROBOTSTXT_OBEY": False,
}


@pytest.fixture
def source():
    with serving({}) as opened:
        yield opened


def at(source, path):
    return f"http://127.0.0.1:{source.server_port}/{path}"


def ask(folder, settings, *requests):
    run = run_loaded(asking.main, folder, settings, *requests, folder=folder.parent)
    run.check_returncode()
    return [json.loads(line) for line in run.stdout.splitlines()]


def noted(folder):
    """What the archive notes but robots.txt, in order of arrival: status and moment."""
    with sqlite3.connect(folder / "index.db") as index:
        rows = index.execute("SELECT status, fetched_at FROM captures WHERE url NOT LIKE '%.txt' ORDER BY id")
        return [(status, dt.datetime.fromisoformat(moment)) for status, moment in rows]


def statuses(folder):
    return [status for status, _ in noted(folder)]


def tagged(body, **headers):
    return Reply(body, headers={"Content-Type": "application/json", "ETag": '"1"', **headers})


def test_an_answer_that_has_not_changed_is_stored_once_and_noted_twice(source, tmp_path):
    url = at(source, "votes/1")
    source.replies[url] = [tagged(b'{"yes": 1}')]
    first, second = (ask(tmp_path, LIVE, {"url": url}) for _ in range(2))
    assert first == second
    assert [headers.get("If-None-Match") for asked, headers in source.asked if asked == url] == [None, '"1"']
    with Archive(tmp_path) as archive:
        old, new = archive.captures()
        assert (old.file, old.offset) == (new.file, new.offset)
        assert old.fetched_at < new.fetched_at
        assert new.content_type == "application/json"


def test_an_archive_alone_gives_the_same_answers_and_tells_posts_apart(source, tmp_path):
    url = at(source, "search")
    source.replies[url] = [Reply(b'{"found": 1}'), Reply(b'{"found": 2}')]
    posts = [{"url": url, "method": "POST", "body": body} for body in ('{"year": 2024}', '{"year": 2025}')]
    live = ask(tmp_path, LIVE, *posts)
    source.asked.clear()
    offline = ask(tmp_path, OFFLINE, *posts)
    by_body = {answer["asked"]: answer["body"] for answer in live}
    assert set(by_body.values()) == {'{"found": 1}', '{"found": 2}'}
    assert {answer["asked"]: answer["body"] for answer in offline} == by_body
    assert source.asked == []
    assert statuses(tmp_path) == [200, 200]


def test_what_the_archive_lacks_is_named_offline(source, tmp_path):
    (answer,) = ask(tmp_path, OFFLINE, {"url": at(source, "votes/2")})
    assert answer["error"] == "NotArchivedError"
    assert source.asked == []


def damage(folder):
    for segment in folder.glob("*.warc.gz"):
        segment.write_bytes(segment.read_bytes()[:40])


def test_a_damaged_archive_is_not_taken_for_an_empty_one(source, tmp_path):
    url = at(source, "votes/1")
    source.replies[url] = [Reply(b'{"yes": 1}')]
    ask(tmp_path, LIVE, {"url": url})
    damage(tmp_path)
    (answer,) = ask(tmp_path, OFFLINE, {"url": url})
    assert answer["error"] == "ArchiveError"
    assert ".warc.gz at " in answer["why"]


def test_damage_heals_when_the_source_is_asked_again(source, tmp_path):
    url = at(source, "votes/1")
    source.replies[url] = [tagged(b'{"yes": 1}')]
    ask(tmp_path, LIVE, {"url": url})
    damage(tmp_path)
    ask(tmp_path, LIVE, {"url": url})
    with Archive(tmp_path) as archive:
        assert [archive.body(kept) for kept in archive.captures()] == [b'{"yes": 1}'] * 2


def test_a_failing_source_is_not_covered_up_and_each_try_is_noted(source, tmp_path):
    url = at(source, "votes/1")
    source.replies[url] = [tagged(b'{"yes": 1}'), Reply(b"{}", status=500)]
    ask(tmp_path, LIVE, {"url": url})
    (answer,) = ask(tmp_path, LIVE, {"url": url})
    assert answer["status"] == 500
    assert statuses(tmp_path) == [200, 500, 500]


def test_a_moved_address_is_not_asked_with_the_validators_of_the_old_one(source, tmp_path):
    old, new = at(source, "old"), at(source, "new")
    moved = Reply(status=301, headers={"Location": new})
    source.replies.update({old: [tagged(b'{"yes": 1}'), moved], new: [tagged(b'{"yes": 1}')]})
    ask(tmp_path, LIVE, {"url": old})
    (answer,) = ask(tmp_path, LIVE, {"url": old})
    assert (answer["url"], answer["status"]) == (new, 200)


def test_robots_txt_is_kept_too(source, tmp_path):
    robots = at(source, "robots.txt")
    source.replies[robots] = [Reply(b"User-agent: *\nDisallow: /private/\n")]
    (answer,) = ask(tmp_path, LIVE, {"url": at(source, "private/1")})
    assert answer["why"] == "robots.txt does not allow it"
    with Archive(tmp_path) as archive:
        assert [kept.url for kept in archive.captures()] == [robots]


def test_robots_txt_is_obeyed_by_every_request_that_waited_for_it(source, tmp_path):
    source.replies[at(source, "robots.txt")] = [Reply(b"User-agent: *\nDisallow: /private/\n")]
    paths = [*(f"private/{number}" for number in range(6)), "public"]
    source.replies[at(source, "public")] = [Reply(b"{}")]
    answers = ask(tmp_path, LIVE, *({"url": at(source, path)} for path in paths))
    assert [answer.get("why") for answer in answers].count("robots.txt does not allow it") == 6
    assert [asked for asked, _ in source.asked] == [at(source, "robots.txt"), at(source, "public")]


def gaps(folder):
    """Seconds between one answer and the next."""
    return [(after - before).total_seconds() for (_, before), (_, after) in pairwise(noted(folder))]


def test_the_delay_that_robots_txt_asks_for_is_kept(source, tmp_path):
    source.replies[at(source, "robots.txt")] = [Reply(b"User-agent: *\nCrawl-delay: 0.4\n")]
    ask(tmp_path, LIVE, *({"url": at(source, f"votes/{number}")} for number in range(3)))
    assert len(gaps(tmp_path)) == 2
    assert min(gaps(tmp_path)) > 0.35


def test_a_busy_host_is_left_alone_as_long_as_it_asks(source, tmp_path):
    busy = Reply(status=429, headers={"Retry-After": "1"})
    urls = [at(source, f"votes/{number}") for number in range(3)]
    source.replies.update({url: [Reply(b"{}")] for url in urls})
    source.replies[urls[0]] = [busy, Reply(b"{}")]
    ask(
        tmp_path, {**LIVE, "DOWNLOAD_DELAY": 0.2, "DOWNLOAD_DELAY_JITTER": 0}, *({"url": url} for url in urls)
    )
    found = statuses(tmp_path)
    assert sorted(found) == [200, 200, 200, 429]
    assert gaps(tmp_path)[found.index(429)] > 1
