"""Running spiders: over the live sources, over an archive alone, or over the bundled sample."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scrapy import Request
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader
from sqlite_utils import Database

from db.claims import load_claims
from db.claims.findings import settle_findings
from db.conclusions import conclude
from db.database import open_database, take_stock
from db.dossier import load_dossier
from db.identities import Reviewed, reviewed_identities
from db.ledger import Ledger, Mode, RunFigures
from db.measures import refresh_measures
from db.writer import Writer
from scrapers.archive import Archive, ArchiveError
from scrapers.intake import register_all
from scrapers.pages import reader_of
from scrapers.progress import Display, stage
from scrapers.sample import write_sample
from scrapers.spiders import Selection, SourceSpider
from scrapers.tagging import tag_and_index

OFFLINE: dict[str, Any] = {
    # An archive is asked as fast as it answers, and nothing else is asked at all.
    "HTTPCACHE_POLICY": "scrapy.extensions.httpcache.DummyPolicy",
    "HTTPCACHE_IGNORE_MISSING": True,
    "ROBOTSTXT_OBEY": False,
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_SLOTS": {},
}
"""What differs from the settings of a live crawl when no source is to be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to crawl, from where, into which database."""

    database: Path
    archive: Path
    mode: Mode = "live"
    spiders: tuple[str, ...] = ()
    """Names of the spiders to run; all when empty."""
    selection: Selection = field(default_factory=Selection)
    asks_everything: bool = False
    """Ask also for what has not changed for long."""


def crawl(order: Order) -> list[dict[str, Any]]:
    """Run the spiders, and return the rows of `runs` that this made.

    Raises:
        ArchiveError: Only the archive was to be asked, and there is none, or nothing in it.
        DossierError: A reviewed file cannot be taken in.
    """
    reviewed = reviewed_identities()
    with open_archive(order) as archive, closing(open_database(order.database)) as db:
        before = db.execute("SELECT coalesce(max(id), 0) FROM runs").fetchone()[0]
        take_in_dossier(db, order.mode)
        if order.mode == "sample":
            write_sample(archive)
        _run_spiders(order, archive)
        conclude_run(db, reviewed)
        return list(db.query("SELECT * FROM runs WHERE id > ? ORDER BY id", [before]))


def conclude_run(db: Database, reviewed: Reviewed) -> None:
    """Work out what follows from all that is stored, once every answer of a crawl or rebuild is in."""
    with stage("settling"):
        conclude(db, reviewed)
    with stage("summing up"):
        refresh_measures(db)
    with stage("tagging and indexing"), db.atomic():
        tag_and_index(db)
    settle_findings(db)
    take_stock(db)


def open_archive(order: Order) -> Archive:
    """The archive of an order: one that must be there already if nothing else is to be asked.

    Raises:
        ArchiveError: The folder holds no archive.
    """
    return Archive.existing(order.archive) if order.mode == "offline" else Archive(order.archive)


def spider_names() -> list[str]:
    """The names of all spiders, in alphabetical order."""
    return sorted(SpiderLoader(project_settings()).list())


def take_in_dossier(db: Database, mode: Mode) -> None:
    """Load the curated facts and the claims, as a run of its own."""
    ledger = Ledger(db)
    with db.atomic():
        register_all(Writer(db))
        run_id = ledger.begin("dossier", mode)
    written = load_dossier(db) + load_claims(db)
    with db.atomic():
        ledger.end(run_id, "ok", None, RunFigures(rows_written=written))


def _run_spiders(order: Order, archive: Archive) -> None:
    settings = project_settings()
    settings.setdict(
        {
            "OTTAWA_DATABASE": order.database,
            "OTTAWA_MODE": order.mode,
            "OTTAWA_ARCHIVE": archive,
            "OTTAWA_FULL": order.asks_everything,
        },
        priority="cmdline",
    )
    if order.mode != "live":
        settings.setdict(OFFLINE, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    display = Display()
    for spider, replay in _spiders(order, archive):
        crawler = process.create_crawler(spider)
        display.watch(crawler, spider.name)
        process.crawl(crawler, selection=order.selection, replay=replay)
    with display:
        process.start()


def _spiders(order: Order, archive: Archive) -> list[tuple[type[SourceSpider], list[Request] | None]]:
    """The spiders to run, each with the requests to replay. Of an archive only those it has answers for."""
    loader = SpiderLoader(project_settings())
    chosen: list[type[SourceSpider]] = [loader.load(name) for name in order.spiders or loader.list()]  # type: ignore[misc]
    if order.mode == "live":
        return [(spider, None) for spider in chosen]
    replays = _replays(archive)
    found = [spider for spider in chosen if spider.name in replays]
    if not found:
        names = ", ".join(spider.name for spider in chosen)
        raise ArchiveError(f"{order.archive} holds no answer that can be read for {names}")
    return [(spider, replays[spider.name]) for spider in found]


def _replays(archive: Archive) -> dict[str, list[Request]]:
    """The requests that the archive holds answers to, by the parliament that reads them."""
    found: dict[str, list[Request]] = {}
    for capture in archive.requests():
        reader = reader_of(capture.url, capture.method, capture.request_body)
        if reader is not None:
            request = Request(capture.url, method=capture.method, body=capture.request_body)
            found.setdefault(reader[0].name, []).append(request)
    return found


def project_settings() -> Settings:
    """The settings of every spider of the project."""
    settings = Settings()
    settings.setmodule("scrapers.settings")
    return settings
