"""The recorded answers of the official sources, where they are there, and a tool that archives them.

    python tests/wire/recorded.py ARCHIVE [COUNTRY...]

makes an archive of those answers that came whole from a known address, so that
`ottawa crawl --offline --archive ARCHIVE` runs the real spiders over them.
"""

import csv
import datetime as dt
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scrapy import Request
from scrapy.utils.request import fingerprint

from scrapers.archive import Archive, Capture

WIRE = Path(__file__).resolve().parents[3] / "shared" / "wire"
REASON = "the recorded answers are not here (they are kept outside the project)"
WHOLE = {"verbatim", "reserialised", "transcribed", "trimmed"}
"""Kinds of recording that still have the source's own form; a trimmed one is whole records, fewer of them."""
ELEMENT = "one element of the month's array"
"""How the manifest says that a recording is a part of a list: those of one address are its list."""

ORPHANS = "/tables/SaliDBAanestysEdustaja/"
"""Ballots that name their vote by an identifier of which no row was recorded: alone they are refused."""

UNDATED = "2026-10-02"
"""The day of the latest recordings, for those whose day is not known."""


@dataclass(frozen=True)
class Recording:
    file: Path
    country: str
    what: str
    url: str
    method: str
    body: bytes
    content_type: str
    kind: str
    captured: str
    note: str

    @property
    def is_an_answer(self) -> bool:
        """Whether it is a whole answer in the source's own form, from a known address.

        Fragments are not, nor is XML that its recorder turned into JSON; what was turned back into XML is.
        """
        has_form = self.file.suffix != ".json" or "xml" not in self.content_type
        is_whole = self.kind in WHOLE or self.file.name.endswith(".reconstructed.xml")
        return bool(self.url) and has_form and is_whole and self.file.parent.name != "fragments"

    def read(self) -> bytes:
        """The answer as it came. One recorder wrapped one of his in an array, as its manifest says.

        He also kept the elements of some lists apart: of these it is a list of the one.
        """
        found = self.file.read_bytes()
        if ELEMENT in self.note:
            return b"[" + found + b"]"
        return json.dumps(json.loads(found)[0]).encode() if "wrapped by the recorder" in self.note else found


def recordings(*countries: str) -> Iterator[Recording]:
    with (WIRE / "index.csv").open(encoding="utf-8", newline="") as index:
        for row in csv.DictReader(index):
            if not countries or row["country"] in countries:
                yield Recording(
                    file=WIRE / row["file"],
                    country=row["country"],
                    what=row["what"],
                    url=row["url"],
                    method=row["method"] or "GET",
                    body=row["body"].encode(),
                    content_type=row["content_type"],
                    kind=row["kind"],
                    captured=row["captured"] or UNDATED,
                    note=row["note"],
                )


def archive_recordings(folder: Path, *countries: str) -> int:
    kept = 0
    with Archive(folder) as archive:
        for recording, body in answers(*countries):
            archive.put(capture_of(recording), body)
            kept += 1
    return kept


def answers(*countries: str) -> Iterator[tuple[Recording, bytes]]:
    """Each whole answer once: the elements of a list that were kept apart are put together again."""
    lists: dict[str, list[Recording]] = {}
    for recording in recordings(*countries):
        if recording.is_an_answer and ELEMENT in recording.note:
            lists.setdefault(recording.url, []).append(recording)
        elif recording.is_an_answer and ORPHANS not in recording.url:
            yield recording, recording.read()
    for elements in lists.values():
        yield elements[-1], b"[" + b",".join(element.file.read_bytes() for element in elements) + b"]"


def capture_of(recording: Recording) -> Capture:
    request = Request(recording.url, method=recording.method, body=recording.body)
    return Capture(
        fingerprint=fingerprint(request).hex(),
        url=recording.url,
        method=recording.method,
        request_body=recording.body,
        fetched_at=dt.datetime.fromisoformat(recording.captured).replace(tzinfo=dt.UTC),
        status=200,
        headers=(("Content-Type", recording.content_type),),
        origin="live",
    )


if __name__ == "__main__":
    print(archive_recordings(Path(sys.argv[1]), *sys.argv[2:]), "answers archived")
