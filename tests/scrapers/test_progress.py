import io

from rich.console import Console
from scrapy import signals
from scrapy.utils.test import get_crawler

from scrapers.progress import Display


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


def test_a_job_shows_no_bars():
    shown = display(terminal=False)
    watched(shown)
    shown._bars.start()
    shown._bars.stop()
    assert shown._console.file.getvalue().strip() == ""
