"""The traps of a folder called `datasette`, the directions of imports, and what the wheel holds."""

import ast
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import datasette
import pytest
from scrapy.spiderloader import SpiderLoader

from scrapers.crawl import project_settings

ROOT = Path(__file__).resolve().parent.parent


def imports_of(folder: str) -> set[str]:
    found = set()
    for file in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_folder_datasette_is_no_package():
    assert not list((ROOT / "datasette").rglob("__init__.py"))


def test_the_folder_datasette_holds_no_tests():
    assert not [*(ROOT / "datasette").rglob("test_*.py"), *(ROOT / "datasette").rglob("conftest.py")]


def test_pytest_imports_the_installed_datasette():
    assert Path(datasette.__file__).parent.parent.name == "site-packages"


@pytest.mark.parametrize("module", ["datasette", "scrapy"])
def test_python_run_from_the_root_imports_the_installed_datasette(module):
    code = f"import {module}, datasette.app; print(datasette.__file__)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert "site-packages" in run.stdout


def test_the_database_room_never_imports_the_scrapers():
    assert "scrapers" not in imports_of("db")


def test_the_site_imports_neither_room():
    assert not {"scrapers", "db"} & imports_of("datasette")


def test_every_spider_begins_the_way_scrapy_still_calls():
    loader = SpiderLoader(project_settings())
    for name in loader.list():
        spider = loader.load(name)
        assert "start_requests" not in dir(spider) or "start_requests" not in vars(spider)
        assert hasattr(spider, "start")
    assert set(loader.list()) >= {"finland", "poland"}


def test_the_lock_has_hashes_and_names_no_host():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = re.findall(r"^[a-z0-9][^=\n]*==", lock, re.MULTILINE)
    assert len(pinned) > 40
    assert "://" not in lock
    assert len(re.findall(r"^[a-z0-9][^\n]*\\\n    --hash=sha256:", lock, re.MULTILINE)) == len(pinned)


def test_the_wheel_holds_nothing_under_datasette(wheel):
    assert not [name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("datasette/")]


def test_an_installed_wheel_finds_its_own_site(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = "from scrapers.serving import SITE; file = SITE / 'datasette.yaml'; print(file, file.is_file())"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert run.stdout.split() == [str(tmp_path / "scrapers" / "site" / "datasette.yaml"), "True"]


def test_an_installed_wheel_carries_its_data(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for ending in (".sql", ".yaml", ".csv", ".html", ".css"):
        assert [name for name in names if name.endswith(ending)], ending
