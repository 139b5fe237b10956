import json
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from invented_house import House, sound, vote
from invented_sejm import API, answers, encode
from loopback import ottawa

from db.database import open_database
from db.ledger import Ledger, RunFigures
from scrapers.cli import main
from scrapers.locking import sole_writer

COMMANDS = (
    "crawl",
    "rebuild",
    "parse",
    "check",
    "status",
    "alarms",
    "corrections",
    "release",
    "serve",
    "export",
)


def run(*arguments):
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Example" in result.output
    assert f"ottawa {command}" in result.output


def test_every_command_is_in_the_readme():
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    assert set(COMMANDS) == set(main.commands)
    assert not [command for command in COMMANDS if f"ottawa {command}" not in readme]


@pytest.mark.parametrize(
    "arguments",
    [
        ("crawl", "atlantis"),
        ("crawl", "--sample", "--offline"),
        ("crawl", "--offline", "--archive", "no-such-archive"),
        ("crawl", "--term", "1"),
        ("crawl", "poland", "--term", "2025"),
        ("crawl", "--since", "yesterday"),
        ("parse", "no-such-file", "--url", f"{API}/MP"),
        ("check", "--database", "no-such.db"),
        ("status", "--database", "no-such.db"),
        ("serve", "--database", "no-such.db"),
        ("export", "files", "--database", "no-such.db"),
        ("export", "--format", "parquet"),
        ("export", "files", "--format", "papyrus"),
        ("conjure",),
    ],
)
def test_wrong_usage_ends_with_2_and_says_why(arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Error" in result.output


def test_an_unknown_spider_is_answered_with_the_known_ones():
    output = run("crawl", "atlantis").output
    assert "finland" in output
    assert "poland" in output


def test_an_address_that_no_page_reads_is_wrong_usage(tmp_path):
    file = tmp_path / "answer.json"
    file.write_text("{}")
    result = run("parse", str(file), "--url", "https://elsewhere.example/")
    assert result.exit_code == 2
    assert "https://elsewhere.example/" in result.output


def test_parse_prints_a_record_a_line(tmp_path):
    file = tmp_path / "answer.json"
    file.write_bytes(encode(answers()[f"{API}/votings/1/1"]))
    result = run("parse", str(file), "--url", f"{API}/votings/1/1")
    assert result.exit_code == 0
    (vote,) = map(json.loads, result.stdout.splitlines())
    assert (vote["record"], vote["key"], len(vote["ballots"])) == ("Vote", "pl-sejm-10-1-1", 12)


def test_parse_names_what_is_wrong_and_prints_nothing(tmp_path):
    file = tmp_path / "answer.json"
    file.write_text("{}")
    result = run("parse", str(file), "--url", f"{API}/votings/1/1")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert f"{API}/votings/1/1" in result.stderr


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    result = ottawa("crawl", "--sample", folder=folder)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


def test_the_sample_twice_writes_no_row_and_says_so(sample):
    result = ottawa("crawl", "--sample", folder=sample)
    assert result.returncode == 0
    assert "0 rows written" in result.stdout


def test_the_sample_passes_every_check(sample):
    result = ottawa("check", folder=sample)
    assert result.returncode == 0, result.stdout


def test_the_status_of_a_fresh_sample_is_good_and_fits_a_screen(sample):
    result = ottawa("status", folder=sample)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "poland" in result.stdout
    assert "finland" in result.stdout
    assert len(result.stdout.splitlines()) <= 50


def test_an_alarm_ends_with_1_and_is_told_with_what_to_do(tmp_path):
    database = str(tmp_path / "ottawa.db")
    with closing(open_database(database)) as db:
        Ledger(db).end(Ledger(db).begin("atlantis", "live"), "unreachable", "no answer", RunFigures())
    for told in ("1 alarms, 1 of them new", "1 alarms, 0 of them new"):
        result = run("alarms", "--database", database)
        assert result.exit_code == 1
        assert told in result.output
        assert "unreachable: no answer" in result.output
        assert "do:" in result.output


def test_a_night_without_alarms_ends_with_0(tmp_path):
    database = str(tmp_path / "ottawa.db")
    open_database(database).close()
    result = run("alarms", "--database", database)
    assert (result.exit_code, result.output) == (0, "no alarm stands\n")


def test_a_correction_is_told_with_both_values(tmp_path):
    database = str(tmp_path / "ottawa.db")
    with closing(open_database(database)) as db:
        house = House(db)
        house.says(vote(title="On boats"))
        house.says(vote(title="On ships"))
    result = run("corrections", "--database", database)
    assert result.exit_code == 0
    assert "was: On boats" in result.output
    assert "is:  On ships" in result.output
    assert run("corrections", "--since", "2030-01-01", "--database", database).output == "0 corrections\n"


def test_a_release_says_where_it_is(tmp_path):
    database = str(tmp_path / "ottawa.db")
    with closing(open_database(database)) as db:
        sound(House(db))
    result = run("release", str(tmp_path / "releases"), "--database", database)
    assert result.exit_code == 0, result.output
    assert "current leads to" in result.output


def test_a_job_is_refused_while_another_writes(tmp_path):
    database = tmp_path / "ottawa.db"
    with sole_writer(database, "crawl"):
        result = run("rebuild", "--archive", str(tmp_path), "--database", str(database))
    assert result.exit_code == 1
    assert "`ottawa crawl`" in result.output
