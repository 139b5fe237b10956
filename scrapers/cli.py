"""The `ottawa` command: one subcommand a job.

Exit codes: 0 all is well, 1 something failed or was quarantined (the rest is stored), 2 wrong usage.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import click
import msgspec

from db.alarming import raise_alarms, standing_alarms
from db.checks import run_checks
from db.corrections import corrections
from db.database import open_database
from db.migrations import NewerSchemaError
from db.records import AnyRecord
from db.status import read_status
from scrapers import reports
from scrapers.archive import ArchiveError, LostIndexError
from scrapers.crawl import Order, crawl, spider_names
from scrapers.locking import BusyError, sole_writer
from scrapers.notices import NoticeError, send
from scrapers.pages import Answer, PageError, descriptors, reader_of
from scrapers.rebuild import rebuild, retry_quarantined
from scrapers.reindexing import reindex
from scrapers.spiders import Selection
from scrapers.trouble import trouble_in

GOOD_ENDINGS = {"ok"}
"""States of a run with which the command ends well."""

Command = Callable[..., None]


def database_option(*, exists: bool) -> Callable[[Command], Command]:
    """The option that names the database, which must be there already or else is made."""
    return click.option(
        "--database",
        type=click.Path(exists=exists, dir_okay=False, path_type=Path),
        default=Path("ottawa.db"),
        show_default=True,
        help="The SQLite database.",
    )


archive_option = click.option(
    "--archive",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("archive"),
    show_default=True,
    help="The folder that keeps every answer.",
)


class Jobs(click.Group):
    """The subcommands. Trouble with this machine ends any of them in one line that says the way out."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  whatever a command returns
        """Run the subcommand.

        Raises:
            ClickException: The disk is full, or the database is damaged, locked, not to be written, or of a
                newer version.
        """
        try:
            return super().invoke(ctx)
        except NewerSchemaError as error:
            raise click.ClickException(str(error)) from error
        except (OSError, sqlite3.Error) as error:
            trouble = trouble_in(error)
            if trouble is None:
                raise
            raise click.ClickException(trouble) from error


@click.group(cls=Jobs, context_settings={"max_content_width": 100})
@click.version_option(package_name="leaving-ottawa")
def main() -> None:
    """Votes and debates on leaving the Ottawa and cluster munitions conventions, from official sources."""


@main.command("crawl")
@click.argument("spiders", nargs=-1, metavar="[SPIDER]...")
@click.option("--sample", is_flag=True, help="Take in the bundled sample instead of asking the sources.")
@click.option("--offline", is_flag=True, help="Take in what the archive holds instead of asking the sources.")
@click.option("--bill", "bills", multiple=True, metavar="NUMBER", help="A bill, by its number. Repeatable.")
@click.option("--term", metavar="N", help="A whole term or parliamentary year, instead of the tracked bills.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Leave out sittings before this day.")
@click.option("--full", is_flag=True, help="Ask also for what has not changed for long.")
@database_option(exists=False)
@archive_option
def crawl_command(
    *,
    spiders: tuple[str, ...],
    bills: tuple[str, ...],
    term: str | None,
    since: dt.datetime | None,
    database: Path,
    archive: Path,
    **modes: bool,
) -> None:
    r"""Run the spiders: all, or those named (estonia, finland, latvia, lithuania, poland, press).

    The tracked denunciation bills are crawled unless --bill or --term asks for others. A term is asked of
    the parliaments that have one of this number.

    \b
    Examples:
      ottawa crawl --sample
      ottawa crawl poland --term 10 --since 2025-06-01
      ottawa crawl finland --bill "HE 74/2023 vp"
    """
    if modes["sample"] and modes["offline"]:
        raise click.UsageError("--sample and --offline exclude each other")
    order = Order(
        database=database,
        archive=archive,
        mode="sample" if modes["sample"] else "offline" if modes["offline"] else "live",
        spiders=_chosen(spiders or tuple(spider_names()), term),
        selection=Selection(bills=bills, term=term, since=since and since.date()),
        asks_everything=modes["full"],
    )
    try:
        with sole_writer(database, "crawl"):
            runs = crawl(order)
    except (LostIndexError, BusyError) as error:
        raise click.ClickException(str(error)) from error
    except ArchiveError as error:
        raise click.UsageError(str(error)) from error
    _finish(runs, database)


@main.command("rebuild")
@click.option("--quarantined", is_flag=True, help="Only read again what was quarantined, into the database.")
@click.option(
    "--index", "is_of_index", is_flag=True, help="Only make the archive's index anew, from its files."
)
@database_option(exists=False)
@click.option(
    "--archive",
    "archives",
    type=click.Path(file_okay=False, path_type=Path),
    multiple=True,
    default=[Path("archive")],
    show_default=True,
    help="The folder that keeps every answer. Repeatable: those of several hosts are read as one.",
)
def rebuild_command(
    *, quarantined: bool, is_of_index: bool, database: Path, archives: tuple[Path, ...]
) -> None:
    r"""Parse the whole archive again into a fresh database, without any network.

    The old database is replaced when the new one is whole; stop the site before.

    \b
    Examples:
      ottawa rebuild --archive archive --database ottawa.db
      ottawa rebuild --archive nodes/one --archive nodes/two
      ottawa rebuild --quarantined
      ottawa rebuild --index --archive archive
    """
    if quarantined and is_of_index:
        raise click.UsageError("--quarantined and --index exclude each other")
    job = retry_quarantined if quarantined else rebuild
    archive, *others = archives
    try:
        with sole_writer(database, "rebuild"):
            if is_of_index:
                _reindex(archives)
                return
            runs = job(archive, database, *others)
    except (ArchiveError, BusyError) as error:
        raise click.ClickException(str(error)) from error
    _finish(runs, database)


@main.command("parse")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--url", required=True, help="The address that the answer came from.")
@click.option("--method", default="GET", show_default=True)
@click.option("--body", default="", help="The body of the request, for a POST.")
def parse_command(file: Path, url: str, method: str, body: str) -> None:
    r"""Say what the page for an address reads in one saved answer. Nothing is stored.

    Records go to standard output as JSON lines; problems go to standard error, with exit code 1.

    \b
    Example:
      ottawa parse voting.json --url https://api.sejm.gov.pl/sejm/term10/votings/37/66
    """
    reader = reader_of(url, method, body.encode())
    if reader is None:
        raise click.UsageError(f"no page reads {method} {url}")
    _, page = reader
    answer = Answer(url=url, body=file.read_bytes(), method=method, request_body=body.encode())
    try:
        records = page.read(answer)
    except PageError as error:
        click.echo(f"{file}: {error}", err=True)
        sys.exit(1)
    for record in records:
        click.echo(_json_line(record))


@main.command("check")
@database_option(exists=True)
def check_command(database: Path) -> None:
    r"""Run every invariant and print the findings by severity. Exit 1 if any is an error.

    \b
    Example:
      ottawa check --database ottawa.db
    """
    with closing(open_database(database)) as db:
        findings = run_checks(db)
    reports.print_findings(findings)
    sys.exit(any(finding.severity == "error" for finding in findings))


@main.command("status")
@database_option(exists=True)
def status_command(database: Path) -> None:
    r"""Say how fresh each source is, what is missing and what broke. Exit 1 if a last run ended badly.

    \b
    Example:
      ottawa status --database ottawa.db
    """
    with closing(open_database(database)) as db:
        status = read_status(db, dt.datetime.now(dt.UTC))
    reports.print_status(status)
    sys.exit(any(source.state not in GOOD_ENDINGS for source in status.sources))


@main.command("alarms")
@database_option(exists=True)
def alarms_command(database: Path) -> None:
    r"""Say what did not come as it should. Exit 1 while any alarm stands.

    New alarms are also handed to the command in OTTAWA_ALARM_COMMAND, such as
    `mail -s ottawa desk@example.org`, on its standard input.

    \b
    Example:
      ottawa alarms --database ottawa.db
    """
    with closing(open_database(database)) as db:
        fresh = raise_alarms(db, dt.datetime.now(dt.UTC))
        standing = standing_alarms(db)
    reports.print_alarms(standing, fresh)
    try:
        send(fresh)
    except NoticeError as error:
        raise click.ClickException(str(error)) from error
    sys.exit(bool(standing))


@main.command("corrections")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only what was seen since this day.")
@database_option(exists=True)
def corrections_command(since: dt.datetime | None, database: Path) -> None:
    r"""Say what changed, when it was first seen, the old and the new value, and both answers.

    \b
    Example:
      ottawa corrections --since 2025-06-01 --database ottawa.db
    """
    with closing(open_database(database)) as db:
        reports.print_corrections(corrections(db, since and since.date()))


@main.command("release")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("releases"))
@database_option(exists=True)
def release_command(folder: Path, database: Path) -> None:
    r"""Check the database, copy it into a folder of its own, try the site on it, and switch to it.

    What the check finds is printed as `ottawa check` prints it. The link FOLDER/current leads to the latest
    good release; restart the site to read it.

    \b
    Example:
      ottawa release releases --database ottawa.db
    """
    from scrapers.release import ReleaseError, release  # noqa: PLC0415  Datasette is slow to import, and only here

    try:
        with sole_writer(database, "release"):
            made = release(database, folder, reports.print_findings)
    except (ReleaseError, BusyError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{folder / 'current'} leads to {made}")


@main.command("serve")
@database_option(exists=True)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8001, show_default=True)
def serve_command(database: Path, host: str, port: int) -> None:
    r"""Publish the database with Datasette, with our pages and descriptions.

    \b
    Example:
      ottawa serve --database ottawa.db --port 8001
    """
    from scrapers.serving import NoDatabase, serve  # noqa: PLC0415  Datasette is slow to import, and only here

    try:
        serve(database, host, port)
    except NoDatabase as error:
        raise click.ClickException(str(error)) from error


@main.command("export")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["csv", "spreadsheet", "jsonl", "parquet", "popolo", "akoma-ntoso", "sqlite"]),
    help="One format instead of all. Repeatable.",
)
@database_option(exists=True)
def export_command(folder: Path, formats: tuple[str, ...], database: Path) -> None:
    r"""Write files for analysts into DIR, which must be new or empty, with a manifest.

    Needs the extra "export" (pip install leaving-ottawa[export]). What fails leaves nothing behind.

    \b
    Examples:
      ottawa export files --database ottawa.db
      ottawa export files --format parquet --format csv
    """
    try:
        from scrapers.exporting import ExportFailed, FolderTaken, export_files  # noqa: PLC0415  Arrow is slow
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{error}; pip install 'leaving-ottawa[export]' brings it") from error
    try:
        files = export_files(database, folder, formats, reports.print_written)
    except FolderTaken as error:
        raise click.UsageError(str(error)) from error
    except ExportFailed as error:
        raise click.ClickException(str(error)) from error
    reports.print_export(files, folder)


def _chosen(spiders: tuple[str, ...], term: str | None) -> tuple[str, ...]:
    """The spiders to run: of those named, or of all, the ones whose parliament has the term."""
    unknown = sorted(set(spiders) - set(spider_names()))
    if unknown:
        raise click.UsageError(f"no spider named {', '.join(unknown)}; there are {', '.join(spider_names())}")
    terms = {descriptor.name: descriptor.term_numbers for descriptor in descriptors()}
    chosen = tuple(name for name in spiders if term is None or term in terms[name])
    if not chosen:
        known = "; ".join(f"{name} has {', '.join(terms[name])}" for name in spiders)
        raise click.UsageError(f"no term {term}: {known}")
    return chosen


def _reindex(archives: tuple[Path, ...]) -> None:
    for folder in archives:
        click.echo(f"{folder}: the index notes {reindex(folder):,} answers")


def _finish(runs: list[dict[str, Any]], database: Path) -> None:
    reports.print_runs(runs, database)
    sys.exit(any(run["state"] not in GOOD_ENDINGS for run in runs))


def _json_line(record: AnyRecord) -> bytes:
    fields = msgspec.to_builtins(record)
    return msgspec.json.encode({"record": type(record).__name__, **fields})
