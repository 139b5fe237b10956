"""The pages that are read off the project say what it says now."""

import re
from contextlib import closing

import docs_schema
import pytest
from blank import blank_database
from docs_cookbook import FOLDER, recipes
from make_docs import DOCS, PAGES

from db.export.folder import FORMATS
from scrapers.serving import read_config


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_current(name):
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "make docs brings it up to date"


def test_every_table_and_column_is_in_the_schema_with_a_description():
    page = (DOCS / "schema.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (\w+)\n(.+?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE))
    with closing(blank_database()) as db:
        listed = db.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'")
        for name in [name for (name,) in listed.fetchall() if not name.startswith("sqlite_")]:
            for (column,) in db.execute("SELECT name FROM pragma_table_info(?)", [name]):
                assert re.search(rf"^\| {column} \| \w+[^|]* \| \S", sections[name], re.MULTILINE), (
                    name,
                    column,
                )


def test_a_column_without_a_description_fails(monkeypatch):
    config = read_config()
    del config["databases"]["ottawa"]["tables"]["votes"]["columns"]["outcome"]
    monkeypatch.setattr(docs_schema, "read_config", lambda: config)
    with pytest.raises(KeyError, match="outcome"):
        docs_schema.page()


def test_the_diagram_draws_keys_that_may_be_empty_apart():
    page = (DOCS / "schema.md").read_text(encoding="utf-8")
    assert "    chambers ||--o{ votes : chamber\n" in page
    assert "    bills |o--o{ votes : bill_key\n" in page
    assert "responses ||" not in page


def test_every_question_has_a_title_words_and_one_query():
    assert len(recipes()) >= 25
    assert len({recipe.title for recipe in recipes()}) == len(recipes())
    for recipe in recipes():
        assert recipe.title[0].isupper(), recipe.file
        assert recipe.words, recipe.file
        assert ";" not in recipe.sql, recipe.file


def test_questions_are_numbered_without_a_gap():
    numbers = [int(file.name[:2]) for file in sorted(FOLDER.glob("*.sql"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_format_of_the_export_is_explained():
    page = (DOCS / "export.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"| `{name}` |" not in page] == []
