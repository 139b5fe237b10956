"""What counts as being about mines, cluster munitions and their treaties, and how arguments are told.

The rules are data, one file a language; every hit shows the words that caused it and the rule that found
them.
"""

from scrapers.lexicon.finding import ArgumentHit, Hit, find_arguments, find_topics, is_about
from scrapers.lexicon.rules import ARGUMENTS, TOPICS, LexiconError, languages, lexicon

__all__ = [
    "ARGUMENTS",
    "TOPICS",
    "ArgumentHit",
    "Hit",
    "LexiconError",
    "find_arguments",
    "find_topics",
    "is_about",
    "languages",
    "lexicon",
]
