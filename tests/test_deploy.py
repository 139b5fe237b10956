"""What is installed on a server says what the command can do, in a form that its reader takes."""

import re
import shutil
import subprocess
import sys
from configparser import ConfigParser
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest
from invented_house import House, sound

from db.database import open_database
from db.ledger import RunFigures
from scrapers.cli import main

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
UNITS = ("ottawa.service", "ottawa.timer", "ottawa-site.service", "ottawa-node.service")
TOOLS = Path(sys.executable).parent


WITHOUT_CRAWL = f'[ "$1" = crawl ] && exit 0\nexec {TOOLS}/ottawa "$@"'
"""A command that asks no source."""


def night(folder, command=WITHOUT_CRAWL):
    """Run a night in a folder, with a stand-in for the command."""
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    stand_in = bin_folder / "ottawa"
    stand_in.write_text(f"#!/bin/sh\n{command}\n")
    stand_in.chmod(0o755)
    return subprocess.run(
        [DEPLOY / "night"],
        cwd=folder,
        env={"PATH": f"{bin_folder}:/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_night_knows_only_commands_that_there_are():
    called = set(re.findall(r"^ottawa (\w+)", (DEPLOY / "night").read_text(), re.MULTILINE))
    assert called == {"crawl", "release", "alarms"}
    assert called <= set(main.commands)


@pytest.fixture
def crawled(tmp_path):
    """A folder in which a crawl has been."""
    with closing(open_database(tmp_path / "ottawa.db")) as db:
        house = House(db)
        sound(house)
        house.ledger.end(house.run, "ok", None, RunFigures())
    return tmp_path


def test_a_good_night_is_checked_and_released_and_ends_with_0(crawled):
    done = night(crawled)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (crawled / "releases" / "current" / "ottawa.db").is_file()
    assert "0 errors" in done.stdout
    assert "no alarm stands" in done.stdout


@pytest.mark.parametrize(
    ("crawl", "release", "alarms", "ends_well"),
    [
        (0, 0, 0, True),
        (1, 0, 0, False),
        (2, 0, 0, False),
        (0, 1, 0, False),
        (0, 0, 1, False),
        (1, 1, 1, False),
    ],
)
def test_a_night_takes_every_step_and_ends_well_if_all_did(tmp_path, crawl, release, alarms, ends_well):
    codes = f"case $1 in crawl) exit {crawl};; release) exit {release};; alarms) exit {alarms};; esac"
    done = night(tmp_path, f"echo $1\n{codes}")
    assert done.stdout.split() == ["crawl", "release", "alarms"]
    assert (done.returncode == 0) is ends_well


def test_a_night_without_a_database_releases_nothing_and_says_so(tmp_path):
    done = night(tmp_path)
    assert done.returncode != 0
    assert "does not exist" in done.stderr
    assert not (tmp_path / "releases").exists()


def five_commands():
    told = (ROOT / "docs" / "operations.md").read_text().partition("in five commands\n\n")[2]
    return [line.strip() for line in told.partition("\n\n")[0].splitlines()]


@pytest.mark.skipif(shutil.which("systemctl") is None, reason="this machine has no systemd")
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this is no clone, so it cannot be cloned")
def test_a_newcomer_installs_the_timer_in_the_five_commands_of_the_handbook(tmp_path):
    """With a folder in place of the machine; no library is fetched, and nothing is started."""
    commands = five_commands()
    assert len(commands) == 5
    (tmp_path / "opt").mkdir()
    (tmp_path / "etc" / "systemd" / "system").mkdir(parents=True)
    here = {
        "sudo ": "",
        "REPOSITORY": str(ROOT),
        "/opt/": f"{tmp_path}/opt/",
        "/etc/": f"{tmp_path}/etc/",
        "make ": "make --dry-run ",
        "systemctl enable --now": f"systemctl --root={tmp_path} enable",
    }
    for command in commands:
        for said, meant in here.items():
            command = command.replace(said, meant)  # noqa: PLW2901  one after the other
        done = subprocess.run(["/bin/sh", "-ec", command], capture_output=True, text=True, check=False)
        assert done.returncode == 0, (command, done.stderr)
    wanted = tmp_path / "etc" / "systemd" / "system" / "timers.target.wants" / "ottawa.timer"
    assert wanted.is_symlink()
    assert (tmp_path / "etc" / "ottawa.conf").read_text() == "OTTAWA_CONTACT=you@example.org\n"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="this machine has no systemd")
@pytest.mark.parametrize("name", UNITS)
def test_systemd_takes_the_units(tmp_path, name):
    for unit in UNITS:
        text = (DEPLOY / unit).read_text().replace("/opt/ottawa/.venv/bin", str(TOOLS))
        # Scrapyd has an environment of its own, which is not here.
        text = text.replace("/opt/ottawa/.venv-node/bin/scrapyd", str(TOOLS / "scrapy"))
        (tmp_path / unit).write_text(text.replace("/opt/ottawa/deploy", str(DEPLOY)))
    done = subprocess.run(
        ["systemd-analyze", "verify", tmp_path / name],  # noqa: S607  found by its name, as a person does
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-workflows", ROOT / ".github" / "workflows" / "night.yaml"),
        ("vendor.compose-spec", DEPLOY / "compose.yaml"),
    ],
)
def test_a_file_for_another_program_has_the_form_that_it_takes(schema, file):
    done = subprocess.run(
        [TOOLS / "check-jsonschema", "--builtin-schema", schema, file],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_workflow_names_what_it_uses_by_commits_that_nobody_can_move():
    workflow = (ROOT / ".github" / "workflows" / "night.yaml").read_text()
    used = re.findall(r"uses: (\S+)(.*)", workflow)
    assert used
    assert not [
        name for name, told in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name) or " # v" not in told
    ]


def test_a_node_of_scrapyd_writes_nowhere_but_into_whole_paths():
    read = ConfigParser()
    read.read_string((DEPLOY / "scrapyd.cfg").read_text())
    places = {name: place for name, place in read["scrapyd"].items() if name.endswith("_dir")}
    assert {"eggs_dir", "dbs_dir", "logs_dir"} == set(places)
    assert all(Path(place).is_absolute() for place in places.values())


def test_a_node_of_scrapyd_has_settings_that_there_are():
    read = ConfigParser()
    read.read_string((DEPLOY / "scrapyd.cfg").read_text())
    assert find_spec(read["settings"]["ottawa"]) is not None


def test_every_variable_of_the_environment_is_documented():
    told = (ROOT / "docs" / "operations.md").read_text()
    used = {
        name
        for file in (ROOT / "scrapers").glob("*.py")
        for name in re.findall(r'"(OTTAWA_(?:CONTACT|ALARM_\w+))"', file.read_text())
    }
    assert used == {"OTTAWA_CONTACT", "OTTAWA_ALARM_COMMAND"}
    assert not [name for name in used if f"`{name}`" not in told]
