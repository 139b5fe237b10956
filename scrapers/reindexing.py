"""Making the index of an archive anew from its WARC files, when it got lost or damaged."""

# mypy: untyped-calls-exclude=warcio

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from io import BytesIO
from mmap import ACCESS_READ, mmap
from pathlib import Path

from scrapy import Request
from scrapy.utils.request import fingerprint
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from scrapers.archive import INDEX_FILE, ORIGIN, ArchiveError, Capture, note, open_index, segments

GZIP = b"\x1f\x8b\x08"
"""With which every record begins."""

CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class Member:
    """A record, and where it lies compressed."""

    file: str
    offset: int
    length: int
    content: bytes


def reindex(folder: Path) -> int:
    """Make the index of an archive anew, and return how many answers it notes.

    The old index stays until the new one is whole. What cannot be read in the files is left out: it was lost
    before. An answer whose request is not there was never noted, and is not now.

    Raises:
        ArchiveError: The folder holds no answers.
    """
    if not segments(folder):
        raise ArchiveError(f"{folder} holds no answers: there is no .warc.gz file")
    making = folder / f"{INDEX_FILE}.making"
    _remove(making)
    with closing(open_index(making)) as index:
        index.execute("BEGIN")
        for capture in captures(folder):
            note(index, capture)
        (number,) = index.execute("SELECT count(*) FROM captures").fetchone()
        index.execute("COMMIT")
    _remove(folder / INDEX_FILE)
    making.replace(folder / INDEX_FILE)
    return int(number)


def captures(folder: Path) -> Iterator[Capture]:
    """Every answer in the files, in the order of arrival, as the index notes it."""
    found = [answer for segment in segments(folder) for answer in _answers(_members(segment))]
    whole = {(capture.fingerprint, digest): capture for capture, digest in found if capture.sha256}
    for capture, digest in found:
        kept = whole.get((capture.fingerprint, digest))
        if kept is not None:
            yield _placed(capture, kept.sha256, kept.size, (kept.file, kept.offset, kept.length))


def _answers(members: Iterator[Member]) -> Iterator[tuple[Capture, str]]:
    """The answers of a file, each with the digest of its content. One that repeats another has no place."""
    response: tuple[Member, ArcWarcRecord] | None = None
    for member in members:
        record = _record(member)
        if record is None:
            continue
        if record.rec_type in {"response", "revisit"}:
            response = member, record
        elif record.rec_type == "request" and response and _belong_together(record, response[1]):
            yield _answer(*response, record)


def _belong_together(request: ArcWarcRecord, response: ArcWarcRecord) -> bool:
    asked_for = request.rec_headers.get_header("WARC-Concurrent-To")
    return bool(asked_for == response.rec_headers.get_header("WARC-Record-ID"))


def _answer(member: Member, record: ArcWarcRecord, request: ArcWarcRecord) -> tuple[Capture, str]:
    told, http = record.rec_headers, record.http_headers
    url, method, asked = told.get_header("WARC-Target-URI"), request.http_headers.protocol, _body(request)
    capture = Capture(
        fingerprint=fingerprint(Request(url, method=method, body=asked)).hex(),
        url=url,
        method=method,
        request_body=asked,
        fetched_at=dt.datetime.fromisoformat(told.get_header("WARC-Date")),
        status=int(http.get_statuscode()),
        headers=tuple(http.headers),
        # Before the header there was, a live answer was told by its length, which no sample has.
        origin=told.get_header(ORIGIN) or ("live" if http.get_header("Content-Length") else "sample"),
    )
    digest = told.get_header("WARC-Payload-Digest")
    if record.rec_type == "revisit":
        return capture, digest
    body = _body(record)
    sha256 = hashlib.sha256(body).hexdigest()
    return _placed(capture, sha256, len(body), (member.file, member.offset, member.length)), digest


def _placed(capture: Capture, sha256: str, size: int, place: tuple[str, int, int]) -> Capture:
    file, offset, length = place
    return replace(capture, sha256=sha256, size=size, file=file, offset=offset, length=length)


def _body(record: ArcWarcRecord) -> bytes:
    return bytes(record.raw_stream.read())


def _record(member: Member) -> ArcWarcRecord | None:
    try:
        return next(iter(ArchiveIterator(BytesIO(member.content))), None)
    except ArchiveLoadFailed:
        return None


def _members(segment: Path) -> Iterator[Member]:
    """The records of a file that can be read, whatever is damaged before and after them."""
    if not segment.stat().st_size:
        return
    with segment.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        offset = content.find(GZIP)
        while offset >= 0:
            unpacked = _unpacked(content, offset)
            if unpacked is not None:
                yield Member(segment.name, offset, *unpacked)
            offset = content.find(GZIP, offset + (unpacked[0] if unpacked else 1))


def _unpacked(content: mmap, offset: int) -> tuple[int, bytes] | None:
    """How long the record is that begins here, and what it holds; None if it is damaged or cut off."""
    unpacker, parts, place = zlib.decompressobj(zlib.MAX_WBITS | 16), bytearray(), offset
    while not unpacker.eof and place < len(content):
        try:
            parts += unpacker.decompress(content[place : place + CHUNK])
        except zlib.error:
            return None
        place = min(place + CHUNK, len(content))
    return (place - len(unpacker.unused_data) - offset, bytes(parts)) if unpacker.eof else None


def _remove(index: Path) -> None:
    for suffix in ("-wal", "-shm", ""):
        index.with_name(f"{index.name}{suffix}").unlink(missing_ok=True)
