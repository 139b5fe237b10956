"""Imported before the `ottawa` command, one more folder stands among the parliaments, and that is all."""

from pathlib import Path

from scrapers import parliaments

parliaments.__path__.append(str(Path(__file__).with_name("sixth")))
