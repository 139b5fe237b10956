"""docs/cookbook.md: the questions in docs/cookbook/, an SQL file each, with title and words at its top."""

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "cookbook"

HEAD = """# Cookbook

Made by `make docs` from the files in [docs/cookbook](cookbook); do not edit it here.

Every query runs as it stands in four places, with the same answer (tests hold this):

- **the site**: paste it at `/ottawa` (there a query may take two seconds and give a thousand rows; over whole
  terms take DuckDB);
- **sqlite3**: `sqlite3 -header -box ottawa.db < docs/cookbook/01-abstentions-on-denunciation-bills.sql`;
- **DuckDB**, over the Parquet files of `ottawa export files`: go to `files/parquet` and start
  `duckdb -init duckdb.sql`, which gives every file the name of its table; then paste, or `.read` the file;
- **Spark**, over the same files: `spark-submit docs/on_spark.py files/parquet docs/cookbook/*.sql`.

Where a query asks about one chamber, bill, faction or member, its first lines name it; change it there. So
that one text serves all four, the queries avoid what they do differently: they count with `FILTER`, sort
empty values by `NULLS LAST`, take the year of a date as text, and add a billionth before they round, or a tie
would go up here and down there.

Read the figures as [the methodology](methodology.md) says. An absence is never counted as a vote; a vote
whose ballots are not published is in no figure of members or factions; what is not known is empty, not zero.

"""


class Recipe(NamedTuple):
    """A question and its query."""

    file: Path
    title: str
    words: str
    sql: str


def recipes() -> list[Recipe]:
    """All of them, in their order."""
    return [_read(file) for file in sorted(FOLDER.glob("*.sql"))]


def page() -> str:
    """The whole page."""
    found = list(enumerate(recipes(), 1))
    index = "\n".join(f"{number}. [{recipe.title}](#{_anchor(number, recipe)})" for number, recipe in found)
    return "\n\n".join([HEAD + index, *(_part(number, recipe) for number, recipe in found)]) + "\n"


def _read(file: Path) -> Recipe:
    lines = file.read_text(encoding="utf-8").splitlines()
    end = next(number for number, line in enumerate(lines) if not line.startswith("--"))
    title, _, *words = (line[2:].strip() for line in lines[:end])
    return Recipe(file, title, "\n".join(words), "\n".join(lines[end:]).strip())


def _anchor(number: int, recipe: Recipe) -> str:
    words = "".join(letter for letter in recipe.title.lower() if letter.isalnum() or letter in " -")
    return f"{number}-{words.replace(' ', '-')}"


def _part(number: int, recipe: Recipe) -> str:
    link = f"[{recipe.file.name}](cookbook/{recipe.file.name})"
    return f"## {number}. {recipe.title}\n\n{recipe.words}\n\n```sql\n{recipe.sql}\n```\n\n{link}"
