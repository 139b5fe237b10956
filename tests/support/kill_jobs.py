"""The jobs that `kills.py` kills: what takes a second to load is loaded once, and forked for each of them."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from rerouting import rerouting

import scrapers.exporting
import scrapers.release  # noqa: F401  loaded here for all jobs
from scrapers import settings
from scrapers.cli import main
from scrapers.lexicon import languages, lexicon

for language in languages():
    lexicon(language)


def play(arguments: Sequence[str], folder: Path, port: int) -> None:
    """Run the command in this process, with the port in place of the network, and end with its exit code."""
    os.chdir(folder)
    with Path(f"{folder}.log").open("wb") as log:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(log.fileno(), stream.fileno())
    vars(settings).update(rerouting(port))
    main(list(arguments))
