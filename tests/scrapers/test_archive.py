import contextlib
import dataclasses
import datetime as dt
import errno
import os
import signal
import sqlite3
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from scrapers import archive as room
from scrapers.archive import Archive, ArchiveError, Capture

MOMENT = dt.datetime(2025, 6, 25, 20, 37, 27, 123456, tzinfo=dt.UTC)


def capture(name="1", **changes):
    made = Capture(
        fingerprint=name,
        url=f"https://parliament.example/votes/{name}",
        method="GET",
        request_body=b"",
        fetched_at=MOMENT,
        status=200,
        headers=(("Content-Type", "application/json"), ("ETag", '"a"')),
        origin="live",
    )
    return dataclasses.replace(made, **changes)


@pytest.fixture
def archive(tmp_path):
    with Archive(tmp_path) as opened:
        yield opened


def records(folder):
    return [
        (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
        for segment in sorted(folder.glob("*.warc.gz"))
        for record in ArchiveIterator(segment.open("rb"))
    ]


def test_what_was_put_is_read_again(archive):
    archive.put(capture(), b'{"yes": 1}')
    assert archive.body(archive.latest("1")) == b'{"yes": 1}'


def test_a_capture_keeps_everything_that_was_said_of_it(archive):
    archive.put(capture(), b"x")
    found = archive.latest("1")
    known = {field: getattr(found, field) for field in ("url", "method", "fetched_at", "status", "headers")}
    assert known == {field: getattr(capture(), field) for field in known}
    assert found.content_type == "application/json"


def test_a_body_that_looks_like_a_record_is_read_whole(archive):
    body = b"WARC/1.0\r\n\r\nHTTP/1.1 200\r\n\r\nx\r\n\r\n"
    archive.put(capture(), body)
    assert archive.body(archive.latest("1")) == body


@settings(max_examples=25, deadline=None)
@given(body=st.binary(max_size=300))
def test_any_bytes_are_read_as_they_were(tmp_path_factory, body):
    with Archive(tmp_path_factory.mktemp("any")) as archive:
        archive.put(capture(), body)
        assert archive.body(archive.latest("1")) == body


def checked(folder):
    """Every record, with its digests compared by warcio itself."""
    for segment in sorted(folder.glob("*.warc.gz")):
        with segment.open("rb") as stream:
            for record in ArchiveIterator(stream, check_digests="raise"):
                record.content_stream().read()
                yield record.rec_type, record.rec_headers


def test_the_digests_in_the_segments_are_right(archive, tmp_path):
    archive.put(capture("1"), b"content")
    archive.put(capture("2", method="POST", request_body=b'{"year": 2025}'), b"other")
    archive.close()
    assert [kind for kind, _ in checked(tmp_path)] == ["response", "request", "response", "request"]


def test_a_revisit_names_the_response_as_the_response_names_itself(archive, tmp_path):
    for day in range(3):
        archive.put(capture(fetched_at=MOMENT + dt.timedelta(days=day)), b"same")
    archive.close()
    by_kind = dict(checked(tmp_path))  # the last of each kind
    response, revisit = by_kind["response"], by_kind["revisit"]
    for ours, theirs in [
        ("WARC-Payload-Digest", "WARC-Payload-Digest"),
        ("WARC-Refers-To-Target-URI", "WARC-Target-URI"),
        ("WARC-Refers-To-Date", "WARC-Date"),
    ]:
        assert revisit.get_header(ours) == response.get_header(theirs)
    assert revisit.get_header("WARC-Date").startswith("2025-06-27")


def test_the_segments_are_of_the_version_that_knows_fractions_of_a_second(archive, tmp_path):
    archive.put(capture(), b"content")
    archive.close()
    assert {(headers.protocol, headers.get_header("WARC-Date")) for _, headers in checked(tmp_path)} == {
        ("WARC/1.1", "2025-06-25T20:37:27.123456Z")
    }


def test_other_tools_read_the_segments(archive, tmp_path):
    archive.put(capture(), b"content")
    archive.close()
    assert records(tmp_path) == [
        ("response", "https://parliament.example/votes/1", b"content"),
        ("request", "https://parliament.example/votes/1", b""),
    ]


def test_the_same_content_twice_is_stored_once_and_noted_twice(archive, tmp_path):
    for _ in range(2):
        archive.put(capture(), b"same")
    first, second = archive.captures()
    assert (first.file, first.offset) == (second.file, second.offset)
    assert archive.body(second) == b"same"
    archive.close()
    assert [kind for kind, _, _ in records(tmp_path)] == ["response", "request", "revisit", "request"]


def test_the_same_sample_twice_is_noted_once(archive):
    for _ in range(2):
        archive.put(capture(origin="sample"), b"same")
    assert len(list(archive.captures())) == 1


def test_a_sample_that_returns_to_what_it_was_is_the_latest_again(archive):
    for body in (b"a", b"b", b"a"):
        archive.put(capture(origin="sample"), body)
    assert [archive.body(found) for found in archive.captures()] == [b"a", b"b", b"a"]


def test_a_sample_is_noted_once_though_the_official_answer_came_first(archive):
    archive.put(capture(), b"same")
    for _ in range(2):
        archive.put(capture(origin="sample"), b"same")
    assert [found.origin for found in archive.captures()] == ["live", "sample"]


def test_an_official_answer_is_noted_though_the_sample_said_the_same(archive):
    archive.put(capture(origin="sample"), b"same")
    archive.put(capture(), b"same")
    assert [found.origin for found in archive.captures()] == ["sample", "live"]


def test_content_that_returns_is_the_latest_again(archive):
    for body in (b"a", b"b", b"a"):
        archive.put(capture(), body)
    assert [archive.body(found) for found in archive.captures()] == [b"a", b"b", b"a"]
    assert archive.body(archive.latest("1")) == b"a"


def test_a_failure_is_kept_but_never_replayed(archive):
    archive.put(capture(), b"good")
    archive.put(capture(status=500), b"oops")
    assert archive.body(archive.latest("1")) == b"good"
    assert [found.status for found in archive.captures()] == [200]
    assert [found.status for found in archive.requests()] == [200]


def test_each_request_is_replayed_once_with_its_newest_answer(archive):
    for name, body in (("1", b"old"), ("2", b"other"), ("1", b"new")):
        archive.put(capture(name), body)
    assert [(found.fingerprint, archive.body(found)) for found in archive.requests()] == [
        ("2", b"other"),
        ("1", b"new"),
    ]


def test_an_unknown_request_has_no_answer(archive):
    assert archive.latest("unknown") is None


def test_a_second_process_writes_a_segment_of_its_own(tmp_path):
    for name in ("1", "2"):
        with Archive(tmp_path) as archive:
            archive.put(capture(name), name.encode())
    assert len(list(tmp_path.glob("*.warc.gz"))) == 2
    with Archive(tmp_path) as archive:
        assert [archive.body(found) for found in archive.captures()] == [b"1", b"2"]


def test_opening_an_archive_writes_no_segment(archive, tmp_path):
    assert list(tmp_path.glob("*.warc.gz")) == []


def test_a_full_segment_is_followed_by_another(archive, tmp_path, monkeypatch):
    monkeypatch.setattr(room, "SEGMENT_BYTES", 1)
    archive.put(capture("1"), b"1")
    archive.put(capture("2"), b"2")
    assert len(list(tmp_path.glob("*.warc.gz"))) == 2


def test_a_segment_cut_off_by_a_crash_harms_only_its_end(archive, tmp_path):
    archive.put(capture("1"), b"whole")
    archive.put(capture("2"), b"cut off")
    archive.close()
    (segment,) = tmp_path.glob("*.warc.gz")
    with Archive(tmp_path) as again:
        lost = again.latest("2")
        segment.write_bytes(segment.read_bytes()[: lost.offset + 10])
        assert again.body(again.latest("1")) == b"whole"
        with pytest.raises(ArchiveError, match=f"{segment.name} at {lost.offset}"):
            again.body(lost)


def test_no_damage_to_a_record_gives_wrong_bytes(archive, tmp_path):
    archive.put(capture(), b"content" * 20)
    kept = archive.latest("1")
    (segment,) = tmp_path.glob("*.warc.gz")
    whole = segment.read_bytes()

    @settings(max_examples=200, deadline=None)
    @given(at=st.integers(0, kept.length - 1), flip=st.integers(1, 255))
    def damage(at, flip):
        damaged = bytearray(whole)
        damaged[kept.offset + at] ^= flip
        segment.write_bytes(damaged)
        with contextlib.suppress(ArchiveError):
            assert archive.body(kept) == b"content" * 20

    damage()


def test_a_missing_segment_is_a_named_error(archive, tmp_path):
    archive.put(capture(), b"content")
    (segment,) = tmp_path.glob("*.warc.gz")
    segment.unlink()
    with pytest.raises(ArchiveError, match=segment.name):
        archive.body(archive.latest("1"))


@pytest.mark.parametrize("origin", ["live", "sample"])
def test_damaged_content_that_comes_again_is_stored_again_for_all_its_answers(archive, tmp_path, origin):
    for _ in range(2):
        archive.put(capture(), b"content")
    (segment,) = tmp_path.glob("*.warc.gz")
    segment.write_bytes(segment.read_bytes()[:40])
    with Archive(tmp_path) as again:
        again.put(capture(origin=origin), b"content")
        assert [again.body(found) for found in again.captures()] == [b"content"] * 3


def test_bytes_that_are_not_what_the_index_says_are_a_named_error(archive, tmp_path):
    archive.put(capture(), b"content")
    with sqlite3.connect(tmp_path / "index.db") as index:
        index.execute("UPDATE captures SET sha256 = 'other'")
    with pytest.raises(ArchiveError, match="not the bytes"):
        archive.body(archive.latest("1"))


def test_a_record_without_an_index_row_is_harmless(archive, tmp_path):
    archive.put(capture("1"), b"1")
    with sqlite3.connect(tmp_path / "index.db") as index:
        index.execute("DELETE FROM captures")
    archive.put(capture("2"), b"2")
    assert [archive.body(found) for found in archive.captures()] == [b"2"]


WRITES_FOR_EVER = """
import itertools, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_archive import capture
from scrapers.archive import Archive

archive = Archive(Path(sys.argv[1]))
for number in itertools.count():
    archive.put(capture(str(number)), b"%d" % number * 5000)
    print(number, flush=True)
"""


def test_a_killed_process_loses_nothing_that_it_noted(tmp_path):
    here = __file__.rpartition("/")[0]
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITES_FOR_EVER, str(tmp_path), here], stdout=subprocess.PIPE
    )
    noted = [int(writer.stdout.readline()) for _ in range(20)]
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    with Archive.existing(tmp_path) as archive:
        found = {int(kept.fingerprint): archive.body(kept) for kept in archive.captures()}
        archive.put(capture("after"), b"goes on")
        assert archive.body(archive.latest("after")) == b"goes on"
    assert set(noted) <= set(found)
    assert all(body == b"%d" % number * 5000 for number, body in found.items())


def test_more_segments_than_a_process_may_open_are_read(archive, tmp_path, monkeypatch):
    resource = pytest.importorskip("resource", reason="only Unix limits open files so")
    monkeypatch.setattr(room, "SEGMENT_BYTES", 1)
    held = [int(number) for number in os.listdir("/dev/fd")]  # noqa: PTH208  numbers, not paths
    limit = max(held) + 20
    segments = limit - len(held) + 20
    for number in range(segments):
        archive.put(capture(str(number)), b"%d" % number)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))
    try:
        bodies = [archive.body(found) for found in archive.captures()]
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert bodies == [b"%d" % number for number in range(segments)]


def test_a_folder_without_an_archive_is_a_named_error_and_stays_empty(tmp_path):
    with pytest.raises(ArchiveError, match=r"holds no archive"):
        Archive.existing(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_archive_that_is_there_is_opened(tmp_path):
    with Archive(tmp_path) as archive:
        archive.put(capture(), b"content")
    with Archive.existing(tmp_path) as again:
        assert again.body(again.latest("1")) == b"content"


def test_an_answer_is_unchanged_since_it_last_became_what_it_is(archive):
    for day, body in enumerate([b"a", b"b", b"a", b"a"]):
        archive.put(capture(fetched_at=MOMENT + dt.timedelta(days=day)), body)
    newest = archive.latest(capture().fingerprint)
    assert newest.fetched_at == MOMENT + dt.timedelta(days=3)
    assert archive.unchanged_since(newest) == MOMENT + dt.timedelta(days=2)


def test_a_failure_between_two_answers_changes_nothing(archive):
    for day, (status, body) in enumerate([(200, b"a"), (500, b"sorry"), (200, b"a"), (503, b"sorry")]):
        archive.put(capture(status=status, fetched_at=MOMENT + dt.timedelta(days=day)), body)
    assert archive.unchanged_since(archive.latest("1")) == MOMENT


def test_a_disk_that_fills_up_leaves_no_part_of_a_record(archive, tmp_path, monkeypatch):
    archive.put(capture("1"), b"whole")

    def full(segment, *_):
        segment.write(b"half a rec")
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(room, "_append", full)
        with pytest.raises(OSError, match="No space left"):
            archive.put(capture("2"), b"too much")
    assert archive.latest("2") is None
    archive.put(capture("2"), b"again")
    assert archive.body(archive.latest("2")) == b"again"
    assert len(records(tmp_path)) == 4
