"""What is installed on a server says what the command can do, in a form that its reader takes."""

import re
import shutil
import subprocess
import sys
from configparser import ConfigParser
from importlib.util import find_spec
from pathlib import Path

import pytest

from scrapers.cli import main

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
UNITS = ("ottawa.service", "ottawa.timer", "ottawa-site.service", "ottawa-node.service")
TOOLS = Path(sys.executable).parent


def night(folder, crawl="exit 0"):
    """Run a night in a folder, with a stand-in for the crawl."""
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    stand_in = bin_folder / "ottawa"
    stand_in.write_text(f'#!/bin/sh\n[ "$1" = crawl ] && {crawl}\nexec {TOOLS}/ottawa "$@"\n')
    stand_in.chmod(0o755)
    return subprocess.run(
        [DEPLOY / "night"],
        cwd=folder,
        env={"PATH": f"{bin_folder}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_night_knows_only_commands_that_there_are():
    called = set(re.findall(r"^ottawa (\w+)", (DEPLOY / "night").read_text(), re.MULTILINE))
    assert called == {"crawl", "check", "release", "alarms"}
    assert called <= set(main.commands)


def test_a_good_night_ends_with_a_release_and_0(tmp_path):
    done = night(tmp_path, crawl=f"{{ {TOOLS}/ottawa crawl --sample; exit; }}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "releases" / "current" / "ottawa.db").is_file()
    assert "no alarm stands" in done.stdout


def test_a_night_without_a_database_releases_nothing_and_says_so(tmp_path):
    done = night(tmp_path)
    assert done.returncode != 0
    assert "does not exist" in done.stderr
    assert not (tmp_path / "releases").exists()


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
