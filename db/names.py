"""Names and keys of persons, as they are compared and written."""

from __future__ import annotations

from db.slugs import slugify


def fold(given_name: str, family_name: str) -> str:
    """A full name as names are compared: without case, accents and punctuation."""
    return slugify(f"{given_name} {family_name}")


def key_for(scheme: str, identifier: str) -> str:
    """The key that goes with an official identifier: `pl-sejm-10-1`."""
    return slugify(f"{scheme}-{identifier}")
