"""What an export has written: each file with its checksum and the number of its rows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file of an export."""

    path: str
    """Within the export, with slashes."""
    format: str
    table: str | None
    """The table whose rows it holds; none where it is laid out in another way."""
    rows: int | None
    """Rows, objects, turns: what its format counts; none where nothing is to be counted."""
    size: int
    sha256: str


def written(folder: Path, file: Path, *, table: str | None = None, rows: int | None = None) -> Written:
    """What is to be said of a file that is whole."""
    path = file.relative_to(folder).as_posix()
    with file.open("rb") as opened:
        checksum = hashlib.file_digest(opened, "sha256").hexdigest()
    size = file.stat().st_size
    kind = path.partition("/")[0]
    return Written(path=path, format=kind, table=table, rows=rows, size=size, sha256=checksum)
