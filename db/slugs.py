"""Keys in plain letters, the same on every machine."""

from __future__ import annotations

import slugify as library


def slugify(text: str, regex_pattern: str | None = None) -> str:
    """The text in small letters without diacritics, everything else made hyphens.

    The table of letters is named: left to itself the library takes another one where that is installed, and
    looks for it on the disk at every call.
    """
    return library.slugify(text, regex_pattern=regex_pattern, backend="text-unidecode")
