"""Names as both chambers print them: in full on one line, or as initials and a surname."""

from __future__ import annotations

import re

PARTICLES = {"vel", "van", "von", "de"}
"""Words within a surname, which begins at the word before: `Szynkowski vel Sęk`."""

PRINTED = re.compile(r"((?:[^\W\d_]\.[ -]?)+)\s*([^\W\d_].+)")


def split_name(full: str) -> tuple[str, str]:
    """The given names and the surname of a name in full, which begins with the given names.

    Surnames of two words have a hyphen or a particle in all 498 names of the term; any other second word
    is a second given name.
    """
    words = full.split()
    particle = next((place for place, word in enumerate(words) if word in PARTICLES), len(words))
    begin = particle - 1 if particle < len(words) else len(words) - 1
    return " ".join(words[:begin]), " ".join(words[begin:])


def split_printed(printed: str) -> tuple[str, str] | None:
    """The initials and the surname of a name such as `B. Borusewicz`; None for anything else."""
    found = PRINTED.fullmatch(" ".join(printed.split()))
    return (found[1].strip(), found[2]) if found else None
