"""The `ottawa` command with every official address answered by a port of this machine, and no delays.

python rerouted.py PORT ARGUMENT...

The environment may say otherwise how often to retry (RETRIES), how many requests to make at once (CONCURRENT)
and how long to wait for an answer (TIMEOUT), that so many invented feeds are the press (FEEDS), that invented
states are known too (STATES), and into which file to write the peak of the memory, in megabytes (PEAK).
"""

import atexit
import os
import re
import sys
from importlib import import_module
from pathlib import Path

from rerouting import rerouting

from scrapers import settings
from scrapers.cli import main


def play(port: int, *arguments: str) -> None:
    """Run the command in this process, with the port in place of the network, and end with its exit code."""
    vars(settings).update(rerouting(port))
    main(list(arguments), prog_name="ottawa")


def play_with(module: str, *arguments: str) -> None:
    """Run the command after a module of the tests has put what it invents among what the program knows."""
    import_module(module)
    main(list(arguments), prog_name="ottawa")


def write_peak(file: Path) -> None:
    """Of this program alone: `ru_maxrss` would begin with the size of whoever started it."""
    peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="utf-8"))
    assert peak
    file.write_text(f"{int(peak[1]) / 1024:.0f}", encoding="utf-8")


if __name__ == "__main__":
    if "FEEDS" in os.environ:
        import invented_feeds

        invented_feeds.take_over(int(os.environ["FEEDS"]))
    if "STATES" in os.environ:
        import with_invented_states  # noqa: F401  it puts them beside the others
    if "PEAK" in os.environ:
        atexit.register(write_peak, Path(os.environ["PEAK"]))
    play(int(sys.argv[1]), *sys.argv[2:])
