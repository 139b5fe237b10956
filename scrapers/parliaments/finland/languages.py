"""In which language a turn was held. The source does not say: Finnish and Swedish stand side by side."""

from __future__ import annotations

import re

FINNISH = frozenset(
    {"ja", "ei", "että", "tämä", "ovat", "myös", "niin", "kuin", "mutta", "hyvä", "arvoisa", "kiitos"}
)
SWEDISH = frozenset(
    {"och", "att", "det", "är", "som", "inte", "jag", "för", "till", "ärade", "värderade", "tack"}
)
"""Words that are frequent in the one language and no words of the other."""

_WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 200
"""How many words of a turn are looked at."""


def language_of(text: str) -> str | None:
    """The language of most tell-tale words at the beginning; None where they do not tell."""
    words = [match[0].lower() for match, _ in zip(_WORD.finditer(text), range(ENOUGH), strict=False)]
    finnish, swedish = (sum(word in known for word in words) for known in (FINNISH, SWEDISH))
    if finnish == swedish:
        return None
    return "fi" if finnish > swedish else "sv"
