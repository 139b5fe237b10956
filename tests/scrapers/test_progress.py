import io
from contextlib import closing

from rich.console import Console
from scrapy import signals
from scrapy.utils.test import get_crawler

from db.database import open_database
from db.identities import Reviewed
from scrapers.crawl import conclude_run
from scrapers.progress import Display, Stage


def display(*, terminal):
    return Display(Console(file=io.StringIO(), force_terminal=terminal, width=100))


def watched(shown):
    crawler = get_crawler()
    shown.watch(crawler, "poland")
    return crawler


def happen(crawler, signal, times):
    for _ in range(times):
        crawler.signals.send_catch_log(signal)


def test_what_is_answered_is_counted_against_what_was_asked(capsys):
    shown = display(terminal=False)
    crawler = watched(shown)
    happen(crawler, signals.request_scheduled, 3)
    happen(crawler, signals.item_scraped, 2)
    shown._say()
    assert capsys.readouterr().err.splitlines()[-1] == "poland: 2 of 3 answers"


def test_each_spider_has_a_line_of_its_own(capsys):
    shown = display(terminal=False)
    for name in ("finland", "poland"):
        shown.watch(get_crawler(), name)
    shown._say()
    told = capsys.readouterr().err.splitlines()
    assert told[-2:] == ["finland: 0 of 0 answers", "poland: 0 of 0 answers"]


def test_a_terminal_shows_bars():
    shown = display(terminal=True)
    crawler = watched(shown)
    with shown:
        happen(crawler, signals.request_scheduled, 3)
    assert "poland" in shown._console.file.getvalue()


def stage(*, terminal, total=None):
    return Stage("settling", total, Console(file=io.StringIO(), force_terminal=terminal, width=100))


def test_a_terminal_shows_what_is_done_now():
    shown = stage(terminal=True)
    with shown:
        pass
    assert "settling" in shown._bar.console.file.getvalue()


def test_a_terminal_shows_how_far_a_rebuild_is():
    shown = stage(terminal=True, total=2)
    with shown as reading:
        reading.step()
    assert "1/2" in shown._bar.console.file.getvalue()


def test_a_job_is_told_of_a_stage_that_took_long(capsys, monkeypatch):
    with stage(terminal=False):
        pass
    monkeypatch.setattr("scrapers.progress.NOTABLE", 0)
    with stage(terminal=False):
        pass
    assert capsys.readouterr().err.splitlines() == ["settling: done in 0 s"]


def test_a_job_is_told_now_and_then_how_far_a_stage_is(capsys, monkeypatch):
    monkeypatch.setattr("scrapers.progress.SECONDS_BETWEEN_LINES", -1)
    with stage(terminal=False, total=2) as reading:
        reading.step()
        reading.step()
    first, last = capsys.readouterr().err.splitlines()
    assert first.startswith("settling: 1 of 2, about 0 s still")
    assert last == "settling: 2 of 2"


def test_what_follows_a_crawl_is_told_stage_by_stage(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("scrapers.progress.NOTABLE", 0)
    with closing(open_database(tmp_path / "ottawa.db")) as db:
        conclude_run(db, Reviewed(same={}, apart={}))
    told = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]
    assert told == ["settling", "summing up", "tagging and indexing"]


def test_a_job_shows_no_bars():
    shown = display(terminal=False)
    watched(shown)
    shown._bars.start()
    shown._bars.stop()
    assert shown._console.file.getvalue().strip() == ""
