import asyncio
import sqlite3
from types import SimpleNamespace

import pytest
from scrapy.settings import Settings
from scrapy.signalmanager import SignalManager
from scrapy.statscollectors import MemoryStatsCollector

from db.ledger import STOPPED
from scrapers.pipelines import StorePipeline
from scrapers.spiders import Problem, Selection

LOST = Problem(url="https://parliament.example/", state="failed", reason="HTTP 500")


def full(*_):
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise error


class Engine:
    def __init__(self):
        self.reasons = []

    async def close_spider_async(self, reason):
        self.reasons.append(reason)


@pytest.fixture
def pipeline(tmp_path):
    crawler = SimpleNamespace(
        settings=Settings({"OTTAWA_DATABASE": tmp_path / "ottawa.db", "OTTAWA_MODE": "live"}),
        spider=SimpleNamespace(name="poland", selection=Selection(), go_on_with=lambda since: None),
        signals=SignalManager(),
        engine=Engine(),
    )
    crawler.stats = MemoryStatsCollector(SimpleNamespace(settings=Settings()))
    made = StorePipeline.from_crawler(crawler)
    made.open_spider()
    return made


def taken(pipeline, *items):
    async def take():
        for item in items:
            pipeline.process_item(item)

    asyncio.run(take())


def runs(tmp_path):
    with sqlite3.connect(tmp_path / "ottawa.db") as connection:
        return connection.execute("SELECT state, reason FROM runs").fetchall()


def test_a_request_that_brought_nothing_is_remembered(pipeline, tmp_path):
    taken(pipeline, LOST)
    pipeline._spider_closed("finished")
    assert runs(tmp_path) == [("failed", "https://parliament.example/: HTTP 500")]


def test_a_full_disk_ends_the_crawl_at_the_first_answer_it_does_not_take(pipeline, tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline._intake, "fail", full)
    taken(pipeline, LOST, LOST)
    (reason,) = pipeline._crawler.engine.reasons
    pipeline._spider_closed(reason)
    assert runs(tmp_path) == [("failed", f"{STOPPED}: {reason}")]
    assert "no room left" in reason


def test_a_run_that_cannot_be_closed_stays_open(pipeline, tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline._intake, "close", full)
    pipeline._spider_closed("finished")
    assert runs(tmp_path) == [("running", None)]


def test_a_mistake_of_the_program_is_no_trouble_of_the_machine(pipeline, monkeypatch):
    def mistaken(_):
        raise sqlite3.OperationalError("no such column: x")

    monkeypatch.setattr(pipeline._intake, "fail", mistaken)
    with pytest.raises(sqlite3.OperationalError):
        taken(pipeline, LOST)
