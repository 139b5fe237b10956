"""Keeping every answer: WARC files, with an index that finds an answer by its request, in order of arrival.

The bytes are in `*.warc.gz` segments that any web-archiving tool reads; the index is an SQLite file beside
them. Each process writes a segment of its own, so a killed one cannot damage another's. An index row is
written after the system has the bytes: a process killed between leaves an orphan record, nothing worse. Bytes
that a power cut or a bad disk takes all the same are missed when they are read, and written anew when they
are fetched again. An index that got lost or damaged is made anew from the files (`scrapers/reindexing.py`).
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.utils import Digester
from warcio.warcwriter import WARCWriter

from db.records import Origin

SEGMENT_BYTES = 256 * 1024 * 1024
"""A segment that has grown to this size is followed by a new one."""

COMPRESSION = 6

INDEX_FILE = "index.db"

ORIGIN = "Ottawa-Origin"
"""The header of a WARC record that says of an answer whether it is live or a sample."""

INDEX = """
CREATE TABLE IF NOT EXISTS captures (
    id INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    url TEXT NOT NULL,
    method TEXT NOT NULL,
    request_body BLOB NOT NULL,
    fetched_at TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample')),
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    file TEXT NOT NULL,
    offset INTEGER NOT NULL,
    length INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS captures_by_request ON captures (fingerprint, id);
"""

COLUMNS = (
    "fingerprint, url, method, request_body, fetched_at, status, headers, origin,"
    " sha256, size, file, offset, length"
)


class ArchiveError(Exception):
    """The archive does not hold what its index says: the file and the offset are named."""


class LostIndexError(ArchiveError):
    """The archive has lost its index, which can be made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One answer as the archive notes it; its body is read apart."""

    fingerprint: str
    """The request's, in hexadecimal."""
    url: str
    method: str
    request_body: bytes
    fetched_at: dt.datetime
    status: int
    headers: tuple[tuple[str, str], ...]
    origin: Origin
    sha256: str = ""
    """Of the body, in hexadecimal."""
    size: int = 0
    file: str = ""
    offset: int = 0
    length: int = 0
    """Of the compressed record that holds the body."""

    @property
    def content_type(self) -> str:
        """The header of that name, or nothing."""
        return next((value for name, value in self.headers if name.lower() == "content-type"), "")


class Archive:
    """A folder of captures. Use it as a context manager, or close it."""

    def __init__(self, folder: Path) -> None:
        """Open the folder, which is made if it is not there.

        Raises:
            LostIndexError: There are answers and no index.
        """
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / INDEX_FILE).exists() and segments(folder):
            raise LostIndexError(
                f"{folder} holds answers and no index; `ottawa rebuild --index` makes it anew"
            )
        self._folder = folder
        self._index = open_index(folder / INDEX_FILE)
        self._segment: BinaryIO | None = None

    @classmethod
    def existing(cls, folder: Path) -> Self:
        """Open an archive that is there already, and make nothing.

        Raises:
            ArchiveError: The folder holds no archive, or one without its index.
        """
        if not (folder / INDEX_FILE).is_file() and not segments(folder):
            raise ArchiveError(f"{folder} holds no archive: there is no {INDEX_FILE}")
        return cls(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __deepcopy__(self, memo: dict[int, object]) -> Archive:
        """Scrapy copies its settings for every crawler; all of them write to this one archive."""
        return self

    def close(self) -> None:
        """Close the segment and the index."""
        if self._segment is not None:
            self._segment.close()
        self._index.close()

    def put(self, capture: Capture, body: bytes) -> None:
        """Keep an answer. Content that its request already had is stored once and noted twice.

        A sample is not fetched, so the same sample again is not noted again. Content that was kept and got
        damaged is stored anew, for every answer that it stood for.
        """
        sha256 = hashlib.sha256(body).hexdigest()
        kept = self._intact(capture.fingerprint, sha256)
        if kept is not None and capture.origin == "sample" and self._is_newest_sample(kept):
            return
        file, offset, length = self._write(capture, body, kept)
        if kept is not None:
            file, offset, length = kept.file, kept.offset, kept.length
        note(
            self._index,
            replace(capture, sha256=sha256, size=len(body), file=file, offset=offset, length=length),
        )
        if kept is None:
            self._move(capture.fingerprint, sha256, (file, offset, length))

    def latest(self, fingerprint: str) -> Capture | None:
        """The newest answer with status 200 to this request."""
        return self._first("fingerprint = ? AND status = 200 ORDER BY id DESC", fingerprint)

    def unchanged_since(self, capture: Capture) -> dt.datetime:
        """When the content of an answer first came, after which its request had no other good answer."""
        good = "FROM captures WHERE fingerprint = ?1 AND status = 200"
        other = f"SELECT coalesce(max(id), 0) {good} AND sha256 <> ?2"
        (since,) = self._index.execute(
            f"SELECT min(fetched_at) {good} AND id > ({other})",
            [capture.fingerprint, capture.sha256],
        ).fetchone()
        return dt.datetime.fromisoformat(since)

    def __len__(self) -> int:
        """How many answers with status 200 there are."""
        return int(self._index.execute("SELECT count(*) FROM captures WHERE status = 200").fetchone()[0])

    def captures(self) -> Iterator[Capture]:
        """Every answer with status 200, in the order of arrival."""
        yield from self._all("status = 200 ORDER BY id")

    def requests(self) -> Iterator[Capture]:
        """The newest answer with status 200 to each request, in the order of arrival."""
        newest = "SELECT max(id) FROM captures WHERE status = 200 GROUP BY fingerprint"
        yield from self._all(f"id IN ({newest}) ORDER BY id")

    def body(self, capture: Capture) -> bytes:
        """The body of an answer.

        Raises:
            ArchiveError: The file is gone, cut off, or holds something else.
        """
        try:
            record = gzip.decompress(self._read(capture))
        except (OSError, EOFError, zlib.error) as error:
            raise ArchiveError(f"{capture.file} at {capture.offset}: {error}") from error
        body = record.split(b"\r\n\r\n", 2)[-1][: capture.size]
        if hashlib.sha256(body).hexdigest() != capture.sha256:
            raise ArchiveError(f"{capture.file} at {capture.offset}: not the bytes that the index names")
        return body

    def _intact(self, fingerprint: str, sha256: str) -> Capture | None:
        kept = self._first("fingerprint = ? AND sha256 = ? ORDER BY id", fingerprint, sha256)
        if kept is None:
            return None
        try:
            self.body(kept)
        except ArchiveError:
            return None
        return kept

    def _is_newest_sample(self, kept: Capture) -> bool:
        newest = self._first("fingerprint = ? AND origin = 'sample' ORDER BY id DESC", kept.fingerprint)
        return newest is not None and newest.sha256 == kept.sha256

    def _first(self, where: str, *values: str) -> Capture | None:
        return next(self._all(f"{where} LIMIT 1", *values), None)

    def _all(self, where: str, *values: str) -> Iterator[Capture]:
        sql = f"SELECT {COLUMNS} FROM captures WHERE {where}"  # noqa: S608  own words
        for row in self._index.execute(sql, values):
            fields = dict(zip(COLUMNS.split(", "), row, strict=True))
            fields["fetched_at"] = dt.datetime.fromisoformat(fields["fetched_at"])
            fields["headers"] = tuple(tuple(pair) for pair in json.loads(fields["headers"]))
            yield Capture(**fields)

    def _move(self, fingerprint: str, sha256: str, place: tuple[str, int, int]) -> None:
        self._index.execute(
            "UPDATE captures SET file = ?, offset = ?, length = ? WHERE fingerprint = ? AND sha256 = ?",
            [*place, fingerprint, sha256],
        )

    def _read(self, capture: Capture) -> bytes:
        with (self._folder / capture.file).open("rb") as segment:
            segment.seek(capture.offset)
            return segment.read(capture.length)

    def _write(self, capture: Capture, body: bytes, kept: Capture | None) -> tuple[str, int, int]:
        segment = self._open_segment()
        offset = segment.tell()
        buffer = BytesIO()
        writer = WARCWriter(buffer, gzip=False, warc_version="1.1")
        response = _revisit(writer, capture, body, kept) if kept else _response(writer, capture, body)
        try:
            length = _append(segment, writer, buffer, response)
            _append(segment, writer, buffer, _request(writer, capture, response))
            segment.flush()
        except OSError:
            self._abandon(segment, offset)
            raise
        return Path(segment.name).name, offset, length

    def _abandon(self, segment: BinaryIO, offset: int) -> None:
        """Take back what a full disk left of a record; the next record begins a segment of its own."""
        self._segment = None
        with suppress(OSError):
            segment.close()
        os.truncate(segment.name, offset)

    def _open_segment(self) -> BinaryIO:
        if self._segment is not None and self._segment.tell() >= SEGMENT_BYTES:
            self._segment.close()
            self._segment = None
        if self._segment is None:
            name = f"{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%S%f}-{os.getpid()}.warc.gz"
            self._segment = (self._folder / name).open("xb")
        return self._segment


def segments(folder: Path) -> list[Path]:
    """The files that hold the answers, in the order in which they were begun."""
    return sorted(folder.glob("*.warc.gz"))


def open_index(file: Path) -> sqlite3.Connection:
    """The index in this file, which is made if it is not there."""
    index = sqlite3.connect(file, isolation_level=None)
    index.execute("PRAGMA journal_mode = WAL")
    index.execute("PRAGMA synchronous = NORMAL")
    index.executescript(INDEX)
    return index


def note(index: sqlite3.Connection, capture: Capture) -> None:
    """Note an answer that is kept, as the latest."""
    values = {
        **{name: getattr(capture, name) for name in COLUMNS.split(", ")},
        "fetched_at": capture.fetched_at.isoformat(),
        "headers": json.dumps(capture.headers),
    }
    marks = ", ".join(f":{name}" for name in values)
    index.execute(f"INSERT INTO captures ({COLUMNS}) VALUES ({marks})", values)  # noqa: S608  own words


def _append(segment: BinaryIO, writer: WARCWriter, buffer: BytesIO, record: ArcWarcRecord) -> int:
    """Write a record compressed on its own, as WARC readers expect, and return its length."""
    buffer.seek(0)
    buffer.truncate()
    writer.write_record(record)
    # warcio would compress at level 9: three times as long, for a file smaller by 3 %.
    return segment.write(gzip.compress(buffer.getvalue(), COMPRESSION, mtime=0))


def _response(writer: WARCWriter, capture: Capture, body: bytes) -> ArcWarcRecord:
    return writer.create_warc_record(
        capture.url,
        "response",
        payload=BytesIO(body),
        http_headers=StatusAndHeaders(str(capture.status), list(capture.headers), protocol="HTTP/1.1"),
        warc_headers_dict=_told(capture),
    )


def _revisit(writer: WARCWriter, capture: Capture, body: bytes, kept: Capture) -> ArcWarcRecord:
    # The digest must be written as that of the response is, or no tool finds the one by the other.
    digester = Digester("sha1")
    digester.update(body)
    return writer.create_revisit_record(
        capture.url,
        digest=str(digester),
        refers_to_uri=kept.url,
        refers_to_date=_warc_date(kept.fetched_at),
        http_headers=StatusAndHeaders(str(capture.status), list(capture.headers), protocol="HTTP/1.1"),
        warc_headers_dict=_told(capture),
    )


def _told(capture: Capture) -> dict[str, str]:
    return {"WARC-Date": _warc_date(capture.fetched_at), ORIGIN: capture.origin}


def _request(writer: WARCWriter, capture: Capture, response: ArcWarcRecord) -> ArcWarcRecord:
    return writer.create_warc_record(
        capture.url,
        "request",
        payload=BytesIO(capture.request_body),
        http_headers=StatusAndHeaders(f"{capture.method} {capture.url} HTTP/1.1", [], is_http_request=True),
        warc_headers_dict={
            "WARC-Date": _warc_date(capture.fetched_at),
            "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID"),
        },
    )


def _warc_date(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
