"""How a live answer differs from what the handbook promises, for pages that were built without one.

A difference is told by its name and nothing else is done: what a record needs is required where it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec
from lxml import etree

Difference = tuple[Literal["missing", "unknown"], str]
"""A name that every answer should have and this one lacks, or one that no answer should have."""

Names = Callable[[bytes], Iterator[str]]
"""Reads the names out of a body, and raises its format's own error where it is of another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The names that an answer may have, and those that it must have."""

    names: Names
    known: frozenset[str]
    required: frozenset[str] = frozenset()

    def differences(self, body: bytes) -> list[Difference]:
        """The names by which the answer differs, in alphabetical order.

        There are none in a body of another format altogether: whoever reads it will say so.
        """
        try:
            found = set(self.names(body))
        except (ValueError, msgspec.DecodeError, etree.XMLSyntaxError):
            return []
        unknown = {name for name in found if not self._is_known(name)}
        return [
            *(("missing", name) for name in sorted(self.required - found)),
            *(("unknown", name) for name in sorted(unknown)),
        ]

    def _is_known(self, name: str) -> bool:
        """Whether the name, or one that it lies within, is known."""
        parts = name.split(".")
        return any(".".join(parts[:length]) in self.known for length in range(1, len(parts) + 1))


def json_names(body: bytes) -> Iterator[str]:
    """The paths of all values of a JSON answer that are not null, as in `sittings[].votes[].type.code`."""
    return _json("", msgspec.json.decode(body))


def xml_names(body: bytes) -> Iterator[str]:
    """The elements of an XML answer and their attributes, as in `Vote` and `Vote/@number`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    for element in etree.fromstring(body, parser).iter(etree.Element):
        tag = str(element.tag)
        yield tag
        yield from (f"{tag}/@{name}" for name in map(str, element.attrib))


def _json(path: str, value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _json(f"{path}.{name}".lstrip("."), part)
    elif isinstance(value, list):
        for part in value:
            yield from _json(f"{path}[]", part)
    elif value is not None:
        yield path
