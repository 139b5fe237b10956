"""Makes the pages of docs/ that are read off the project itself. `make docs` calls it.

python tests/support/make_docs.py
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import docs_cookbook
import docs_queries
import docs_schema

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = {
    "schema.md": docs_schema.page,
    "cookbook.md": docs_cookbook.page,
    "queries.md": docs_queries.page,
}


if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
