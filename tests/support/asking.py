"""Asks for addresses through the project's own seams, and prints what came of each as a JSON line."""

import json

from scrapy import Request, Spider
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from scrapers.archive import Archive


class Named(HTTP11DownloadHandler):
    """Tells the source on this machine which address it is asked for."""

    async def download_request(self, request):
        headers = request.headers.copy()
        headers["X-Official-Address"] = request.url
        return await super().download_request(request.replace(headers=headers))


class Asking(Spider):
    name = "asking"

    async def start(self):
        for request in self.requests:
            yield Request(
                **request, callback=self.parse, errback=self.failed, meta={"body": request.get("body")}
            )

    def parse(self, response):
        meta = response.meta
        self.tell(url=response.url, status=response.status, asked=meta["body"], body=response.text)

    def failed(self, failure):
        self.tell(url=failure.request.url, error=type(failure.value).__name__, why=str(failure.value))

    def tell(self, **what):
        print(json.dumps(what), flush=True)


def main(folder, changes, *requests):
    settings = Settings()
    settings.setmodule("scrapers.settings")
    settings.setdict(
        {"ITEM_PIPELINES": {}, "DOWNLOAD_HANDLERS": {"http": Named}, "HTTPERROR_ALLOW_ALL": True}
    )
    with Archive(folder) as archive:
        settings.setdict({"OTTAWA_ARCHIVE": archive, **changes})
        process = AsyncCrawlerProcess(settings)
        process.crawl(Asking, requests=requests)
        process.start()
