import pytest
from bs4 import BeautifulSoup
from datasette.plugins import pm
from hypothesis import given
from hypothesis import strategies as st
from reading import changed_copy, words


@pytest.fixture(scope="module")
def values(reader):
    reader.get("/")
    return pm.get_plugin("values.py")


def test_a_known_value_is_shown_as_it_is(values):
    assert values.known(0) == 0


def test_an_unknown_value_says_so_to_every_reader(values):
    assert 'title="not known"' in values.known(None)
    assert "not known</span>" in values.known(None)


def test_rows_are_sorted_by_a_column_in_their_order(values):
    rows = [{"who": "Blue", "n": 1}, {"who": None, "n": 2}, {"who": "Blue", "n": 3}]
    found = values.sorted_by(rows, "who")
    assert [row["n"] for row in found["Blue"]] == [1, 3]
    assert [row["n"] for row in found[None]] == [2]
    assert found["Red"] == []


@pytest.mark.parametrize(("stored", "shown"), [(0, "no"), (1, "yes")])
def test_truth_is_a_word(values, stored, shown):
    assert values.truth(stored) == shown


def test_truth_that_is_not_known_is_not_no(values):
    assert values.truth(None) == values.NOT_KNOWN


def test_an_option_that_is_no_option_is_an_error(values):
    with pytest.raises(KeyError, match="MAYBE"):
        values.word("MAYBE")


@pytest.mark.parametrize(
    ("precision", "shown"), [("day", "5 June 2025"), ("month", "June 2025"), ("year", "2025")]
)
def test_a_day_is_as_exact_as_it_is_known(values, precision, shown):
    assert shown == BeautifulSoup(values.day("2025-06-05", precision), "lxml").text


def test_a_day_that_is_not_known_is_a_dash(values):
    assert values.day(None) == values.NOT_KNOWN


def test_a_moment_is_shown_in_the_zone_of_the_chamber(values):
    shown = values.moment("2025-06-25T21:30:00.000+00:00", "Europe/Helsinki")
    assert BeautifulSoup(shown, "lxml").text == "26 June 2025, 00:30 Europe/Helsinki"
    assert 'datetime="2025-06-25T21:30:00.000+00:00"' in shown


def test_a_moment_that_is_not_known_is_a_dash(values):
    assert values.moment(None) == values.NOT_KNOWN


@given(key=st.text(min_size=1))
def test_no_key_becomes_markup(values, reader, key):
    cell = values.render_cell(key, "vote_key", None, reader.site)
    link = BeautifulSoup(str(cell), "html.parser").contents
    assert [element.name for element in link] == ["a"]
    assert not link[0].find_all(True)
    assert link[0]["href"].startswith("/votes/")
    assert "/" not in link[0]["href"].removeprefix("/votes/")


@pytest.mark.parametrize("column", ["title", "key", "label"])
def test_a_cell_without_a_meaning_of_its_own_is_left_to_datasette(values, reader, column):
    assert values.render_cell("<b>", column, "documents", reader.site) is None


def test_a_number_in_a_column_of_truths_that_is_no_truth_is_left_alone(values, reader):
    assert values.render_cell(2, "is_final", "votes", reader.site) is None


def test_a_hostile_title_is_shown_as_text(database, tmp_path):
    hostile = "UPDATE votes SET title = '<script>x</script>', title_en = NULL, question = '<b>y</b>'"
    page = changed_copy(database, tmp_path, hostile).page("/votes/xa-1-1")
    assert words(page.h1) == "<script>x</script>"
    assert not page.h1.find_all(True)


def test_a_moment_leaves_out_the_day_that_was_said_before(values):
    noon = "2025-06-25T20:37:27.000+00:00"
    assert "25 June 2025, 22:37 Europe/Warsaw" in values.moment(noon, "Europe/Warsaw")
    assert ">22:37 Europe/Warsaw<" in values.moment(noon, "Europe/Warsaw", "2025-06-25")
    assert "25 June 2025, 22:37" in values.moment(noon, "Europe/Warsaw", "2025-06-24")
