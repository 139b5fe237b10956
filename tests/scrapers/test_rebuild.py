import datetime as dt
import sqlite3
from contextlib import closing
from dataclasses import replace
from hashlib import sha256

import pytest
import yaml
from invented_sejm import API, answers, encode
from scrapy import Request
from scrapy.utils.request import fingerprint

from db.alarming import raise_alarms
from db.database import open_database
from db.dossier.facts import DossierError
from db.identities import read_identities
from scrapers.archive import Archive, ArchiveError, Capture
from scrapers.crawl import Order, crawl
from scrapers.pages import PageError
from scrapers.parliaments.poland import PARLIAMENT
from scrapers.rebuild import rebuild, retry_quarantined, take_in_archive

MOMENT = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)


def put(folder, url, body, **changes):
    capture = Capture(
        fingerprint=fingerprint(Request(url)).hex(),
        url=url,
        method="GET",
        request_body=b"",
        fetched_at=changes.get("fetched_at", MOMENT),
        status=200,
        headers=(("Content-Type", "application/json"),),
        origin=changes.get("origin", "live"),
    )
    with Archive(folder) as archive:
        archive.put(capture, body)


def query(database, sql):
    with sqlite3.connect(database) as db:
        return db.execute(sql).fetchall()


@pytest.fixture
def kept(tmp_path):
    folder = tmp_path / "archive"
    for url, answer in answers().items():
        put(folder, url, encode(answer))
    return folder


def test_everything_that_was_kept_is_read_again(kept, tmp_path):
    rebuild(kept, tmp_path / "ottawa.db")
    assert query(tmp_path / "ottawa.db", "SELECT count(*) FROM votes WHERE origin = 'live'") == [(6,)]


def test_a_rebuilt_database_knows_how_many_ballots_there_are(kept, tmp_path):
    rebuild(kept, tmp_path / "ottawa.db")
    ((found,),) = query(
        tmp_path / "ottawa.db",
        "SELECT stat FROM sqlite_stat1 WHERE tbl = 'vote_ballots' AND idx = 'vote_ballots_by_person'",
    )
    assert int(found.split()[0]) >= 72


def test_the_runs_of_a_rebuild_are_those_of_the_dossier_and_of_each_parliament_kept(kept, tmp_path):
    runs = rebuild(kept, tmp_path / "ottawa.db")
    assert [(run["spider"], run["mode"], run["state"]) for run in runs] == [
        ("dossier", "rebuild", "ok"),
        ("poland", "rebuild", "ok"),
    ]


def test_a_second_rebuild_keeps_how_the_runs_went_and_the_alarms(kept, tmp_path):
    database = tmp_path / "ottawa.db"
    rebuild(kept, database)
    with closing(open_database(database)) as db:
        db.execute("UPDATE runs SET mode = 'live', state = 'failed' WHERE spider = 'poland'")
        (fresh, *_) = raise_alarms(db, dt.datetime.now(dt.UTC) + dt.timedelta(days=1))
    first = query(database, "SELECT * FROM runs")
    assert [run["id"] for run in rebuild(kept, database)] == [len(first) + 1, len(first) + 2]
    assert query(database, "SELECT * FROM runs")[: len(first)] == first
    assert (fresh.alarm,) in query(database, "SELECT alarm FROM alarms")


def test_a_history_that_cannot_be_read_is_told(kept, tmp_path, caplog):
    (tmp_path / "ottawa.db").write_bytes(b"no database" * 1000)
    assert len(rebuild(kept, tmp_path / "ottawa.db")) == 2
    assert "cannot be read and are lost" in caplog.text


def test_corrections_come_back_as_revisions_with_the_moment_they_were_seen(kept, tmp_path):
    later = MOMENT + dt.timedelta(days=1)
    clubs = answers()[f"{API}/clubs"]
    clubs[0]["name"] = "Club Blue and Green"
    put(kept, f"{API}/clubs", encode(clubs), fetched_at=later)
    rebuild(kept, tmp_path / "ottawa.db")
    assert query(tmp_path / "ottawa.db", "SELECT old_value, new_value, seen_at FROM revisions") == [
        ("Club Blue", "Club Blue and Green", later.isoformat(timespec="milliseconds"))
    ]


def test_the_origin_of_each_answer_is_kept(tmp_path):
    for url, answer in answers().items():
        put(tmp_path / "archive", url, encode(answer), origin="sample")
    rebuild(tmp_path / "archive", tmp_path / "ottawa.db")
    assert query(
        tmp_path / "ottawa.db",
        "SELECT DISTINCT origin FROM votes WHERE sitting_key IS NOT NULL AND key LIKE 'pl-sejm-10-1-%'",
    ) == [("sample",)]


def test_the_old_database_stays_if_there_is_nothing_to_read(tmp_path):
    old = tmp_path / "ottawa.db"
    old.write_bytes(b"the old one")
    with Archive(tmp_path / "archive"):
        pass
    with pytest.raises(ArchiveError, match="holds no answer"):
        rebuild(tmp_path / "archive", old)
    assert old.read_bytes() == b"the old one"


def test_a_folder_without_an_archive_is_a_named_error(tmp_path):
    with pytest.raises(ArchiveError, match="no archive"):
        rebuild(tmp_path / "nowhere", tmp_path / "ottawa.db")


def test_a_damaged_answer_is_a_problem_and_the_others_are_read(kept, tmp_path):
    (first, *_) = sorted(kept.glob("*.warc.gz"))
    first.write_bytes(b"")
    runs = rebuild(kept, tmp_path / "ottawa.db")
    assert runs[-1]["state"] == "failed"
    assert first.name in runs[-1]["reason"]
    assert query(tmp_path / "ottawa.db", "SELECT count(*) FROM votes WHERE origin = 'live'") == [(6,)]


def test_answers_that_no_page_reads_are_left_alone(kept, tmp_path):
    put(kept, "https://api.sejm.gov.pl/robots.txt", b"User-agent: *")
    runs = rebuild(kept, tmp_path / "ottawa.db")
    assert runs[-1]["responses"] == len(answers())


def twins():
    """Two deputies of one date of birth; each has a ballot in every vote."""
    row = {
        "same": [{"scheme": "pl-sejm-10", "identifier": number} for number in ("1", "2")],
        "reason": "-",
        "source_url": "https://book.example",
        "checked_by": "-",
        "checked": MOMENT.date(),
    }
    return read_identities("a.yaml", yaml.safe_dump([row]))


def test_the_reviewed_identities_are_applied(kept, tmp_path, monkeypatch):
    monkeypatch.setattr("scrapers.rebuild.reviewed_identities", twins)
    rebuild(kept, tmp_path / "ottawa.db")
    found = query(tmp_path / "ottawa.db", "SELECT one_key, other_key, is_same FROM reviewed_identities")
    assert found == [("pl-sejm-10-1", "pl-sejm-10-2", 1)]


def test_a_reviewed_file_that_cannot_be_read_leaves_the_old_database(kept, tmp_path, monkeypatch):
    monkeypatch.setattr("scrapers.rebuild.reviewed_identities", lambda: read_identities("a.yaml", "- {}"))
    old = tmp_path / "ottawa.db"
    old.write_bytes(b"the old one")
    with pytest.raises(DossierError, match=r"a\.yaml: entry 1"):
        rebuild(kept, old)
    assert old.read_bytes() == b"the old one"


def test_a_crawl_applies_the_reviewed_identities_too(kept, tmp_path, monkeypatch):
    monkeypatch.setattr("scrapers.crawl._run_spiders", lambda order, archive: None)
    monkeypatch.setattr("scrapers.crawl.reviewed_identities", twins)
    database = tmp_path / "ottawa.db"
    crawl(Order(database=database, archive=kept, mode="offline"))
    assert query(database, "SELECT count(*) FROM reviewed_identities") == [(1,)]


@pytest.fixture
def quarantined(kept, tmp_path, monkeypatch):
    """A database whose list of clubs could not be read, and a parser that is mended since."""
    clubs = next(page for page in PARLIAMENT.pages if page.name == "clubs")

    def broken(answer):
        raise PageError(answer, "clubs", "not understood yet")

    with monkeypatch.context() as before:
        spoilt = tuple(replace(page, parse=broken) if page == clubs else page for page in PARLIAMENT.pages)
        unread = replace(PARLIAMENT, pages=spoilt)
        before.setattr("scrapers.rebuild.reader_of", lambda *of: (unread, unread.page_for(*of)))
        rebuild(kept, tmp_path / "ottawa.db")
    return tmp_path / "ottawa.db"


STATES = "SELECT page, state FROM responses WHERE page = 'clubs' ORDER BY id"


def test_what_was_quarantined_is_taken_in_once_its_parser_is_mended(kept, quarantined):
    (run,) = retry_quarantined(kept, quarantined)
    assert (run["spider"], run["state"], run["requests"], run["responses"]) == ("poland", "ok", 0, 1)
    assert query(quarantined, STATES) == [("clubs", "quarantined"), ("clubs", "stored")]
    assert query(quarantined, "SELECT count(*) FROM factions WHERE name = 'Club Blue'") == [(1,)]


def test_what_was_replaced_since_stays_in_quarantine(kept, quarantined):
    newer = encode(answers()[f"{API}/clubs"][:1])
    put(kept, f"{API}/clubs", newer)
    with Archive(kept) as archive, closing(open_database(quarantined)) as db:
        take_in_archive(db, archive, lambda capture: capture.sha256 == sha256(newer).hexdigest())
    assert retry_quarantined(kept, quarantined) == []


def test_without_quarantine_nothing_is_read_again(kept, tmp_path):
    rebuild(kept, tmp_path / "ottawa.db")
    assert retry_quarantined(kept, tmp_path / "ottawa.db") == []
