from dataclasses import replace
from pathlib import Path

import pytest

from db.checks import Finding
from db.status import RunProblem, SourceStatus, Status, Total
from scrapers import reports


@pytest.fixture(autouse=True)
def _plain(monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)


def run(**changes):
    figures = {"responses": 3, "unchanged": 1, "quarantined": 0, "rows_written": 1234, "not_archived": 0}
    return {"spider": "poland", "state": "ok", "reason": None, **figures, **changes}


def finding(subject="pl-sejm-10-1-1", **changes):
    fields = {
        "invariant": "figures_add_up",
        "severity": "error",
        "explanation": "Figures add up.",
        "subject_key": subject,
        "message": "3 and 4 make 8",
    }
    return Finding(**fields | changes)


def source(**changes):
    fields = {
        "spider": "poland",
        "state": "ok",
        "mode": "live",
        "started_at": "2025-01-01T00:00:00.000+00:00",
        "finished_at": None,
        "age": "2 hours ago",
        "took": "3 min",
        "bytes": 4_567_890,
        "reason": None,
        "requests": 1,
        "responses": 1,
        "unchanged": 0,
        "quarantined": 0,
        "not_archived": 0,
        "rows_written": 0,
        "last_good_at": None,
        "last_good_age": None,
        "problems": (),
    }
    return SourceStatus(**fields | changes)


def test_the_end_of_a_crawl_says_how_many_rows_were_written_where(capsys):
    reports.print_runs([run(), run(spider="finland", rows_written=1)], Path("ottawa.db"))
    assert "1,235 rows written to ottawa.db" in capsys.readouterr().out


def test_a_run_that_ended_badly_gives_its_reason(capsys):
    reports.print_runs([run(state="unreachable", reason="no route to [host]")], Path("ottawa.db"))
    assert "poland: unreachable: no route to [host]" in capsys.readouterr().out


def test_what_the_archive_lacks_is_counted(capsys):
    reports.print_runs([run(not_archived=199)], Path("ottawa.db"))
    assert "poland: 199 addresses are not in the archive" in capsys.readouterr().out


def test_findings_are_counted_by_severity(capsys):
    reports.print_findings([finding(), finding("b"), finding(severity="notice", invariant="other")])
    out = capsys.readouterr().out
    assert "error figures_add_up (2): Figures add up." in out
    assert out.rstrip().endswith("2 errors, 0 warnings, 1 notices")


def test_of_many_findings_a_few_are_shown_and_the_rest_counted(capsys):
    reports.print_findings([finding(f"subject-{number}") for number in range(20)])
    out = capsys.readouterr().out
    assert "subject-4" in out
    assert "subject-5:" not in out
    assert "… and 15 more" in out


def test_no_finding_is_said_too(capsys):
    reports.print_findings([])
    assert capsys.readouterr().out.strip() == "0 errors, 0 warnings, 0 notices"


def test_the_status_says_when_a_source_was_last_read_well(capsys):
    reports.print_status(Status(sources=(source(),), totals=(), missing=()))
    out = capsys.readouterr().out
    assert "2 hours ago (live)" in out
    assert "never" in out


def test_the_status_says_what_the_last_run_took_and_why_it_ended(capsys):
    stopped = source(
        requests=21, responses=20, unchanged=19, quarantined=2, not_archived=1, rows_written=1234
    )
    reason = "stopped before its time: shutdown"
    reports.print_status(
        Status(sources=(replace(stopped, reason=reason, state="failed"),), totals=(), missing=())
    )
    went, took, told, *_ = [line for line in capsys.readouterr().out.splitlines() if "poland" in line]
    assert went.split() == ["poland", "failed", "2", "hours", "ago", "(live)", "3", "min", "never", "1,234"]
    assert took.split() == ["poland", "21", "20", "19", "2", "1", "4,567,890"]
    assert told == f"poland: failed: {reason}"


def test_the_status_says_what_broke_and_what_is_missing(capsys):
    problem = RunProblem(state="failed", url="https://x.example/", reason="HTTP 500")
    status = Status(
        sources=(source(state="failed", problems=(problem,)),),
        totals=(Total(table="votes", origin="sample", rows=5),),
        missing=(finding(message="3 of 7 votes collected"),),
    )
    reports.print_status(status)
    out = capsys.readouterr().out
    assert "failed: HTTP 500 (https://x.example/)" in out
    assert "3 of 7 votes collected" in out
    assert "5 votes (sample)" in out
