"""Apache Spark with two workers on this machine, asked by `docs/on_spark.py` as anybody would ask it."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

ASKING = Path(__file__).resolve().parents[2] / "docs" / "on_spark.py"

HOME = os.environ.get("OTTAWA_SPARK", "")
"""The folder with `spark-submit`, in an environment of its own."""

CLUSTER = "local-cluster[2,1,1024]"
"""A master, and two workers of one core and 1,024 MB, each a process of its own."""


def why_not() -> str | None:
    """What is missing here."""
    if not HOME:
        return "Spark is too large to be installed for every test: `make spark` runs these"
    if not Path(HOME, "spark-submit").exists():
        return f"no spark-submit in {HOME}"
    return None if _java() >= 17 else "Spark needs Java 17 or newer"


def ask(files: Path, questions: Iterable[Path]) -> subprocess.CompletedProcess[str]:
    """Run it. Its answers are in `stdout`, a line each, where spark-submit puts errors of Python too."""
    settings = ["--master", CLUSTER, "--conf", "spark.ui.enabled=false"]
    return subprocess.run(
        [Path(HOME, "spark-submit"), *settings, ASKING, files, *questions],
        # It looks for its own Python on the path.
        env=os.environ | {"PATH": f"{HOME}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )


def answers(files: Path, questions: Iterable[Path]) -> dict[str, dict]:
    """The answers by the name of the question."""
    run = ask(files, questions)
    assert run.returncode == 0, (run.stderr + run.stdout)[-5000:]
    return {found["question"]: found for found in map(json.loads, run.stdout.splitlines())}


def _java() -> int:
    java = shutil.which("java")
    if java is None:
        return 0
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0
