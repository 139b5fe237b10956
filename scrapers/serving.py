"""The site: Datasette over the database, with our pages, descriptions and limits."""

# mypy: untyped-calls-exclude=datasette

from __future__ import annotations

import asyncio
import sqlite3
import sys
from contextlib import closing
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Any

import sqlite_utils
import uvicorn
import yaml
from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm
from datasette.version import __version__ as VERSION  # noqa: N812  it is none of ours

from db.migrations import SchemaError, expect_current_schema
from db.stems import make_dictionaries
from scrapers.search import functions

NAME = "ottawa"
"""What the database is called in addresses, whatever its file is called: links stay good."""


class NoDatabase(ValueError):  # noqa: N818  it says what is the matter
    """There is no database to serve: no file, or one without our tables, or of a newer version."""


def _site() -> Path:
    here = Path(__file__).parent
    installed = here / "site"
    return installed if installed.is_dir() else here.parent / "datasette"


SITE = _site()
"""The folder of the site: within the package where it is installed, beside it in a checkout."""

MODULES = str(SITE / "modules")


def make_site(database: Path) -> Datasette:
    """The Datasette application over this database file.

    Raises:
        NoDatabase: The file is missing, or holds none of our tables.
    """
    _expect_tables(database)
    # What the plugins share: each of them is a file that Datasette loads by itself.
    if MODULES not in sys.path:
        sys.path.append(MODULES)
    # It would print every page not found as a traceback with all variables, only because rich is installed.
    vars(pm.get_plugin("datasette.handle_exception"))["rich"] = None
    if not pm.is_registered(functions):
        pm.register(functions)
    site = Datasette(
        **_arranged(read_config()),
        template_dir=str(SITE / "templates"),
        plugins_dir=str(SITE / "plugins"),
        static_mounts=[("static", str(SITE / "static"))],
        crossdb=False,
    )
    # Datasette adds it where it is given no file; the file is given here, to have a name of its own.
    site.remove_database("_memory")
    if hasattr(site, "_table_permission_allows"):
        # To learn of one table who may see it, it copies what is said of all tables; nothing of that changes.
        vars(site)["_table_permission_allows"] = cache(site._table_permission_allows)  # noqa: SLF001  no other way
    # Not immutable: a crawl may write while the site is up, and its pages show what is there now.
    site.add_database(Database(site, path=str(database), is_mutable=True), name=NAME)
    return site


def serve(database: Path, host: str, port: int) -> None:
    """Serve the database until stopped.

    Raises:
        NoDatabase: The file is missing, or holds none of our tables.
    """
    site = make_site(database)
    Thread(target=make_dictionaries, daemon=True).start()
    asyncio.run(site.invoke_startup())
    uvicorn.run(site.app(), host=host, port=port, log_level="info", lifespan="on", workers=1)


def read_config() -> dict[str, Any]:
    """What `datasette.yaml` says: the settings, and titles, descriptions, facets and queries."""
    config: dict[str, Any] = yaml.load(
        (SITE / "datasette.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    return config


def _arranged(config: dict[str, Any]) -> dict[str, Any]:
    """The configuration as this Datasette wants it: 1.0 asks for words and for questions apart."""
    settings = config.pop("settings")
    if VERSION.startswith("0."):
        return {"settings": settings, "metadata": config}
    # It would leave out questions that stand with the words, and say nothing.
    asked = {name: {"queries": database.pop("queries")} for name, database in config["databases"].items()}
    return {"settings": settings, "metadata": config, "config": {"databases": asked}}


def _expect_tables(database: Path) -> None:
    if not database.is_file():
        raise NoDatabase(f"There is no database at {database}. To make one, run: ottawa crawl --sample")
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            found = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'votes'").fetchone()
            if found is None:
                raise NoDatabase(
                    f"{database} holds no votes table. To make a database, run: ottawa crawl --sample"
                )
            expect_current_schema(sqlite_utils.Database(connection))
        except sqlite3.DatabaseError as error:
            raise NoDatabase(f"{database} is not a database: {error}") from error
        except SchemaError as error:
            raise NoDatabase(f"{database}: {error}") from error
