"""The `ottawa` command with every official address answered by a port of this machine, and no delays.

python rerouted.py PORT ARGUMENT...

The environment may say otherwise how often to retry (RETRIES), how many requests to make at once (CONCURRENT)
and how long to wait for an answer (TIMEOUT), that so many invented feeds are the press (FEEDS), and into
which file to write the peak of the memory, in megabytes (PEAK).
"""

import atexit
import os
import re
import sys
from pathlib import Path

if "FEEDS" in os.environ:
    import invented_feeds

    invented_feeds.take_over(int(os.environ["FEEDS"]))

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Response

from scrapers import settings
from scrapers.cli import main
from scrapers.pages import descriptors

PORT = int(sys.argv.pop(1))


class Rerouted(HTTP11DownloadHandler):
    """Asks this machine instead of the official host, and gives the answer under the official address."""

    async def download_request(self, request: Request) -> Response:
        headers = request.headers.copy()
        headers["X-Official-Address"] = request.url
        here = request.replace(url=f"http://127.0.0.1:{PORT}/", headers=headers)
        response = await super().download_request(here)
        return response.replace(url=request.url)


settings.DOWNLOAD_HANDLERS = {"https": Rerouted}
settings.DOWNLOAD_DELAY = 0
settings.OTTAWA_RETRY_BASE = 0.01
settings.DOWNLOAD_TIMEOUT = float(os.environ.get("TIMEOUT", settings.DOWNLOAD_TIMEOUT))
settings.RETRY_TIMES = int(os.environ.get("RETRIES", "2"))
settings.CONCURRENT_REQUESTS_PER_DOMAIN = int(os.environ.get("CONCURRENT", "4"))
settings.CONCURRENT_REQUESTS = settings.CONCURRENT_REQUESTS_PER_DOMAIN
for parliament in descriptors():
    parliament.download_slots.clear()


def write_peak(file: Path) -> None:
    """Of this program alone: `ru_maxrss` would begin with the size of whoever started it."""
    peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="utf-8"))
    assert peak
    file.write_text(f"{int(peak[1]) / 1024:.0f}", encoding="utf-8")


if "PEAK" in os.environ:
    atexit.register(write_peak, Path(os.environ["PEAK"]))

main()
