"""The list of files in the open data: for each sitting the agenda, the votes, and the list of speakers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from msgspec import Struct

from scrapers.pages import Answer, PageError, read_json
from scrapers.parliaments.latvia.keys import file_name
from scrapers.shapes import Shape, json_names

AGENDA, VOTES, DEBATES = "dkp", "vote", "deb"
"""The last parts of the names of files."""

FILE_SHAPE = Shape(
    names=json_names,
    known=frozenset({"help", "success", "result"}),
    required=frozenset(
        {"success", *(f"result.resources[].{name}" for name in ("id", "name", "url", "created"))}
    ),
)
"""What the answer of the catalogue must have; of the dataset it tells much else."""


class Resource(Struct):
    """A file: its name and address, and when it was made and last changed."""

    name: str
    url: str
    created: dt.datetime | None = None
    last_modified: dt.datetime | None = None


class Package(Struct):
    """The files of the dataset."""

    resources: list[Resource]


class PackageAnswer(Struct):
    """The answer of the catalogue."""

    success: bool
    result: Package


@dataclass(frozen=True, slots=True)
class Sitting:
    """The files of one sitting, by the name that they begin with."""

    name: str
    agenda: str | None
    votes: str | None
    debates: str | None
    changed: dt.date | None


def parse_package(answer: Answer) -> Iterator[Any]:
    """Nothing to store; but the list must be whole.

    Raises:
        PageError: It is not.
    """
    sittings_of(answer)
    return iter(())


def sittings_of(answer: Answer) -> list[Sitting]:
    """The sittings by the names of their files, which need not be a whole triple.

    Raises:
        PageError: The catalogue reports failure, or the list is empty or has two files of one name.
    """
    wire = read_json(answer, PackageAnswer)
    if not wire.success:
        raise PageError(answer, "$.success", "false")
    files: dict[str, Resource] = {}
    for resource in wire.result.resources:
        if files.setdefault(file_name(resource.url), resource) is not resource:
            raise PageError(answer, "$.result.resources", f"{file_name(resource.url)!r} is listed twice")
    names = dict.fromkeys(_base(name) for name in files if name.endswith(".xml") and "-" in name)
    if not names:
        raise PageError(answer, "$.result.resources", "no files")
    return [_sitting(base, files) for base in names]


def _base(name: str) -> str:
    return name.rpartition("-")[0]


def _sitting(base: str, files: dict[str, Resource]) -> Sitting:
    agenda, votes, debates = found = [files.get(f"{base}-{kind}.xml") for kind in (AGENDA, VOTES, DEBATES)]
    changes = [file.last_modified or file.created for file in found if file]
    return Sitting(
        name=base,
        agenda=agenda.url if agenda else None,
        votes=votes.url if votes else None,
        debates=debates.url if debates else None,
        changed=max((moment.date() for moment in changes if moment), default=None),
    )
