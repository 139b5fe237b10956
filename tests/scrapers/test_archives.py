import datetime as dt

import pytest

from scrapers.archive import Archive, ArchiveError, Capture
from scrapers.archives import Archives

MOMENT = dt.datetime(2025, 6, 25, tzinfo=dt.UTC)


def put(folder, name, hour, body=b"x"):
    capture = Capture(
        fingerprint=name,
        url=f"https://parliament.example/{name}",
        method="GET",
        request_body=b"",
        fetched_at=MOMENT + dt.timedelta(hours=hour),
        status=200,
        headers=(),
        origin="live",
    )
    with Archive(folder) as archive:
        archive.put(capture, body)


def fingerprints(archives):
    return [capture.fingerprint for capture in archives.captures()]


@pytest.fixture
def hosts(tmp_path):
    return tmp_path / "one", tmp_path / "other"


def test_answers_of_several_hosts_come_by_their_moments(hosts):
    one, other = hosts
    for folder, name, hour in ((one, "a", 1), (other, "b", 2), (one, "c", 3), (other, "d", 4)):
        put(folder, name, hour)
    with Archives(other, one) as archives:
        assert fingerprints(archives) == ["a", "b", "c", "d"]


def test_each_body_comes_from_the_archive_that_holds_it(hosts):
    put(hosts[0], "a", 1, b"of the one")
    put(hosts[1], "a", 2, b"of the other")
    with Archives(*hosts) as archives:
        assert [archives.body(found) for found in archives.captures()] == [b"of the one", b"of the other"]


def test_a_clock_that_was_set_back_leaves_the_order_of_its_own_archive(hosts):
    for name, hour in (("a", 5), ("b", 1)):
        put(hosts[0], name, hour)
    put(hosts[1], "c", 6)
    with Archives(*hosts) as archives:
        assert fingerprints(archives) == ["a", "b", "c"]


def test_the_moments_are_compared_and_not_how_they_are_written(hosts):
    put(hosts[0], "later", 0.0001)
    put(hosts[1], "earlier", 0)  # written without microseconds
    with Archives(*hosts) as archives:
        assert fingerprints(archives) == ["earlier", "later"]


def test_a_relative_folder_is_read_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "one"
    put(folder, "a", 1, b"here")
    with Archives(folder.relative_to(tmp_path)) as archives:
        assert [archives.body(found) for found in archives.captures()] == [b"here"]


def test_a_damaged_file_is_named_with_its_host(hosts):
    put(hosts[0], "a", 1)
    (segment,) = hosts[0].glob("*.warc.gz")
    segment.write_bytes(b"")
    with Archives(*hosts[:1]) as archives, pytest.raises(ArchiveError, match=str(segment)):
        archives.body(next(archives.captures()))


def test_a_folder_without_an_archive_is_named_and_the_others_are_closed(hosts):
    put(hosts[0], "a", 1)
    with pytest.raises(ArchiveError, match="other holds no archive"):
        Archives(*hosts)
    assert not list(hosts[0].glob("index.db-*"))


def test_reading_makes_nothing(hosts):
    put(hosts[0], "a", 1)
    before = sorted(file.name for file in hosts[0].iterdir())
    with Archives(hosts[0]) as archives:
        fingerprints(archives)
    assert sorted(file.name for file in hosts[0].iterdir()) == before
