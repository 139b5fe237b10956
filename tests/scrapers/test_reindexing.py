"""An index that was lost is the same again, and what is damaged in the files costs only itself."""

import datetime as dt
import json
import random
import sqlite3

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from scrapy import Request
from scrapy.utils.request import fingerprint

from scrapers.archive import Archive, ArchiveError, Capture, LostIndexError
from scrapers.cli import main
from scrapers.reindexing import reindex
from scrapers.sample import write_sample

MOMENT = dt.datetime(2025, 6, 25, 20, 37, 27, 123456, tzinfo=dt.UTC)
VOTES = "https://parliament.example/votes"


def capture(url=VOTES, *, method="GET", asked=b"", later=0, **changes):
    return Capture(
        fingerprint=fingerprint(Request(url, method=method, body=asked)).hex(),
        url=url,
        method=method,
        request_body=asked,
        fetched_at=MOMENT + dt.timedelta(hours=later),
        status=changes.get("status", 200),
        headers=(("Content-Type", "application/json"), ("Content-Length", "3")),
        origin=changes.get("origin", "live"),
    )


def index(folder):
    with sqlite3.connect(folder / "index.db") as connection:
        return connection.execute("SELECT * FROM captures ORDER BY id").fetchall()


def lose_index(folder):
    for file in folder.glob("index.db*"):
        file.unlink()


def made_anew(folder):
    """The index as it was, and as it is after it was lost."""
    before = index(folder)
    lose_index(folder)
    assert reindex(folder) == len(index(folder))
    return before, index(folder)


def test_an_index_that_was_lost_is_the_same_again(tmp_path):
    with Archive(tmp_path) as archive:
        archive.put(capture(), b"one")
        archive.put(capture(f"{VOTES}?a=%C4%99", method="POST", asked=b'{"q": "\xc4\x99"}'), b"\r\n\r\ntwo")
        archive.put(capture(later=1), b"one")
        archive.put(capture(later=2, status=404), b"")
    with Archive(tmp_path) as another:
        another.put(capture(later=3), b"six")
        another.put(capture(later=4), b"one")
    before, after = made_anew(tmp_path)
    assert after == before
    assert len(after) == 6


def test_the_bundled_sample_is_a_sample_again(tmp_path):
    with Archive(tmp_path) as archive:
        write_sample(archive)
    before, after = made_anew(tmp_path)
    assert after == before


@given(st.lists(st.tuples(st.sampled_from("abc"), st.binary(max_size=40)), min_size=1, max_size=8))
@settings(max_examples=20)
def test_whatever_was_kept_is_noted_again(tmp_path_factory, kept):
    folder = tmp_path_factory.mktemp("kept")
    with Archive(folder) as archive:
        for hour, (name, body) in enumerate(kept):
            archive.put(capture(f"{VOTES}/{name}", later=hour), body)
    before, after = made_anew(folder)
    assert after == before


def test_an_answer_from_before_there_was_a_header_for_it_is_told_by_its_length(tmp_path, monkeypatch):
    monkeypatch.setattr("scrapers.archive.ORIGIN", "X-Unheard")
    with Archive(tmp_path) as archive:
        archive.put(capture(), b"one")
        write_sample(archive)
    before, after = made_anew(tmp_path)
    assert after == before


def noise(number):
    return random.Random(number).randbytes(500)  # noqa: S311  no secret


@pytest.fixture
def three(tmp_path):
    """An archive of three answers, the file with them, and where each lies in it."""
    with Archive(tmp_path) as archive:
        for number in range(3):
            archive.put(capture(f"{VOTES}/{number}", later=number), noise(number))
        places = [(found.offset, found.length) for found in archive.captures()]
    (segment,) = tmp_path.glob("*.warc.gz")
    return segment, places


def urls(folder):
    with Archive.existing(folder) as archive:
        return [found.url for found in archive.captures() if archive.body(found)]


def test_a_damaged_record_costs_its_answer_alone(three, tmp_path):
    segment, places = three
    content, (offset, length) = bytearray(segment.read_bytes()), places[1]
    content[offset + 20 : offset + length - 20] = bytes(length - 40)
    segment.write_bytes(content)
    lose_index(tmp_path)
    assert reindex(tmp_path) == 2
    assert urls(tmp_path) == [f"{VOTES}/0", f"{VOTES}/2"]


def test_a_file_that_was_cut_off_gives_what_it_has(three, tmp_path):
    segment, places = three
    segment.write_bytes(segment.read_bytes()[: places[2][0] + 30])
    (tmp_path / "empty.warc.gz").touch()
    (tmp_path / "other.warc.gz").write_bytes(b"no archive at all")
    lose_index(tmp_path)
    assert reindex(tmp_path) == 2
    assert urls(tmp_path) == [f"{VOTES}/0", f"{VOTES}/1"]


def test_content_that_was_damaged_and_written_anew_stands_for_all_its_answers(tmp_path):
    with Archive(tmp_path) as archive:
        archive.put(capture(), b"one")
    (segment,) = tmp_path.glob("*.warc.gz")
    whole = segment.read_bytes()
    segment.write_bytes(whole[:40] + bytes(len(whole) - 40))
    with Archive(tmp_path) as archive:
        archive.put(capture(later=1), b"one")
        archive.put(capture(later=2), b"one")
    before, after = made_anew(tmp_path)
    # The first answer was in the damaged place alone.
    assert [row[1:] for row in after] == [row[1:] for row in before[1:]]


def test_an_answer_that_was_never_noted_is_not_noted_now(three, tmp_path):
    segment, places = three
    segment.write_bytes(segment.read_bytes()[: sum(places[2])])
    lose_index(tmp_path)
    assert reindex(tmp_path) == 2


def test_the_old_index_stays_where_there_is_nothing_to_read(tmp_path):
    with Archive(tmp_path):
        pass
    with pytest.raises(ArchiveError, match="no answers"):
        reindex(tmp_path)
    assert (tmp_path / "index.db").is_file()


def test_an_archive_without_its_index_is_not_taken_for_an_empty_one(three, tmp_path):
    lose_index(tmp_path)
    for opening in (Archive, Archive.existing):
        with pytest.raises(LostIndexError, match="ottawa rebuild --index"):
            opening(tmp_path)


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_command_makes_a_damaged_index_anew_and_touches_no_database(three, tmp_path):
    (tmp_path / "index.db").write_bytes(b"no index" * 1000)
    told = run("crawl", "--offline", "--archive", tmp_path, "--database", tmp_path / "a.db")
    assert (told.exit_code, "ottawa rebuild --index" in told.output) == (1, True)
    done = run("rebuild", "--index", "--archive", tmp_path, "--database", tmp_path / "b.db")
    assert (done.exit_code, done.output) == (0, f"{tmp_path}: the index notes 3 answers\n")
    assert not (tmp_path / "b.db").exists()


def test_a_crawl_asks_for_nothing_while_the_index_is_lost(three, tmp_path):
    lose_index(tmp_path)
    told = run("crawl", "poland", "--archive", tmp_path, "--database", tmp_path / "a.db")
    assert (told.exit_code, "makes it anew" in told.output) == (1, True)


def test_an_index_is_not_made_together_with_what_was_quarantined(tmp_path):
    told = run("rebuild", "--index", "--quarantined", "--archive", tmp_path)
    assert (told.exit_code, "exclude each other" in told.output) == (2, True)


def test_headers_are_noted_as_pairs(three, tmp_path):
    lose_index(tmp_path)
    reindex(tmp_path)
    assert json.loads(index(tmp_path)[0][7]) == [
        ["Content-Type", "application/json"],
        ["Content-Length", "3"],
    ]
