"""The notebook runs from top to bottom over the bundled facts and draws three charts."""

import importlib.util

import pytest
from make_docs import DOCS


@pytest.fixture(scope="module")
def drawn(sample):
    spec = importlib.util.spec_from_file_location("notebook", DOCS / "notebook.py")
    notebook = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(notebook)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OTTAWA_FILES", str(sample.database.parent / "files"))
        _, names = notebook.app.run()
    return names


@pytest.mark.parametrize(
    ("chart", "mark", "fields"),
    [
        ("factions", "bar", {"vote_key", "faction", "yes", "no", "abstain"}),
        ("agreed", "rect", {"one", "other", "votes", "percent"}),
        ("turnouts", "line", {"chamber", "year", "votes", "percent_of_seats"}),
    ],
)
def test_each_chart_is_valid_and_drawn_from_rows(drawn, chart, mark, fields):
    # Altair checks against the schema of Vega-Lite here.
    made = drawn[chart].to_dict()
    assert made["mark"]["type"] == mark
    rows = made["data"]["values"]
    assert len(rows) > 3
    assert all(fields <= set(row) for row in rows)
