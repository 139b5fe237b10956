"""The `ottawa` command with every official address answered by a port of this machine, and no delays.

python rerouted.py PORT ARGUMENT...
"""

import os
import sys

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Response

from scrapers import settings
from scrapers.cli import main
from scrapers.pages import parliaments

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
settings.RETRY_TIMES = int(os.environ.get("RETRIES", "2"))
settings.CONCURRENT_REQUESTS_PER_DOMAIN = int(os.environ.get("CONCURRENT", "4"))
settings.CONCURRENT_REQUESTS = settings.CONCURRENT_REQUESTS_PER_DOMAIN
for parliament in parliaments():
    parliament.download_slots.clear()

main()
