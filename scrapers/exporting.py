"""`ottawa export`: files with the descriptions that the site shows, and errors in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from db.export.folder import FORMATS, FolderTaken, export
from db.export.source import NotExportable
from db.export.written import Written
from scrapers.serving import read_config

__all__ = ["ExportFailed", "FolderTaken", "export_files"]


class ExportFailed(Exception):  # noqa: N818  it says what is the matter
    """The files could not be made, and nothing is left of them."""


def export_files(
    database: Path, folder: Path, formats: tuple[str, ...], progress: Callable[[Written], object]
) -> list[Written]:
    """Export a database with our descriptions, in all formats or in those named.

    Raises:
        FolderTaken: The folder is not empty, or is a file.
        ExportFailed: The database cannot be exported, or the files cannot be written.
    """
    try:
        return export(
            database,
            folder,
            formats=formats or FORMATS,
            descriptions=read_config()["databases"]["ottawa"]["tables"],
            version=version("leaving-ottawa"),
            progress=progress,
        )
    except NotExportable as error:
        raise ExportFailed(str(error)) from error
    except (OSError, sqlite3.Error) as error:
        raise ExportFailed(f"{error}; nothing was written to {folder}") from error
