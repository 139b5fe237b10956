"""Every official address answered by a port of this machine, and no delays."""

import os

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Response

from scrapers.pages import descriptors


class Rerouted(HTTP11DownloadHandler):
    """Asks this machine instead of the official host, and gives the answer under the official address."""

    port = 0

    async def download_request(self, request: Request) -> Response:
        headers = request.headers.copy()
        headers["X-Official-Address"] = request.url
        here = request.replace(url=f"http://127.0.0.1:{self.port}/", headers=headers)
        response = await super().download_request(here)
        return response.replace(url=request.url)


def rerouting(port: int) -> dict:
    """The settings that lead to the port."""
    Rerouted.port = port
    for descriptor in descriptors():
        descriptor.download_slots.clear()
    concurrent = int(os.environ.get("CONCURRENT", "4"))
    return {
        "DOWNLOAD_HANDLERS": {"https": Rerouted},
        "DOWNLOAD_DELAY": 0,
        "OTTAWA_RETRY_BASE": 0.01,
        "DOWNLOAD_TIMEOUT": float(os.environ.get("TIMEOUT", "30")),
        "RETRY_TIMES": int(os.environ.get("RETRIES", "2")),
        "CONCURRENT_REQUESTS_PER_DOMAIN": concurrent,
        "CONCURRENT_REQUESTS": concurrent,
    }
