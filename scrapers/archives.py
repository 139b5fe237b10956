"""Reading the archives of several hosts as one."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Self

from scrapers.archive import Archive, Capture


class Archives:
    """Some archives that are there already, and stay as they are. Use it as a context manager."""

    def __init__(self, *folders: Path) -> None:
        """Open the archives in these folders.

        Raises:
            ArchiveError: A folder holds no archive.
        """
        with ExitStack() as opened:
            self._archives = [(folder, opened.enter_context(Archive.existing(folder))) for folder in folders]
            self._opened = opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._opened.close()

    def __len__(self) -> int:
        """How many answers with status 200 there are."""
        return sum(len(archive) for _, archive in self._archives)

    def captures(self) -> Iterator[Capture]:
        """Every answer with status 200, by the moment it came; those of one archive in its own order."""
        return heapq.merge(*(_placed(*found) for found in self._archives), key=attrgetter("fetched_at"))

    def body(self, capture: Capture) -> bytes:
        """The body of an answer, from whichever archive holds it.

        Raises:
            ArchiveError: The file is gone, cut off, or holds something else.
        """
        _, any_archive = self._archives[0]
        return any_archive.body(capture)


def _placed(folder: Path, archive: Archive) -> Iterator[Capture]:
    """The answers of an archive, each with the whole path of its file, which any archive can read."""
    for capture in archive.captures():
        yield replace(capture, file=str(folder.absolute() / capture.file))
