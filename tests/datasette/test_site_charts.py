"""The pictures: what they show, and that they can be read without their colours or without seeing them."""

import importlib.util
import re
from itertools import pairwise

import pytest
from lxml import etree
from reading import changed_copy, words

from scrapers.serving import SITE

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def charts():
    spec = importlib.util.spec_from_file_location("charts", SITE / "plugins" / "charts.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(markup):
    return etree.fromstring(str(markup).encode())


def said(chart):
    return [text.text for text in read(f"<g>{chart.body}</g>").iter("text")]


TALLY = {"yes": 5, "no": 2, "abstain": None, "present_not_voting": 0, "absent": None}


def test_what_is_not_stated_is_shown_as_not_stated(charts):
    chart = charts.tally_chart(TALLY, 12, "A tally")
    assert said(chart) == ["5 yes", "2 no", "0 present, not voting", "5 not stated"]
    assert chart.description == "Of 12 seats: 5 yes, 2 no, 0 present, not voting, 5 not stated."


def test_a_tally_that_is_stated_in_full_has_no_rest(charts):
    assert said(charts.tally_chart({"yes": 7, "no": 5}, 12, "A tally")) == ["7 yes", "5 no"]


def test_a_tally_of_more_than_all_seats_is_drawn_within_the_picture(charts):
    chart = charts.tally_chart({"yes": 90, "no": 30}, 100, "A tally")
    right = max(
        float(box.get("x")) + float(box.get("width")) for box in read(f"<g>{chart.body}</g>").iter("rect")
    )
    assert right <= charts.WIDTH


def test_a_tally_of_nothing_is_drawn(charts):
    assert said(charts.tally_chart({}, 0, "A tally")) == []


FACTIONS = [{"faction": "Blue", "yes": 41, "no": 2}, {"faction": None, "abstain": 1, "absent": 3}]


def test_a_seat_chart_has_one_mark_for_each_ballot(charts):
    chart = charts.seat_chart(FACTIONS, "Ballots")
    marks = [path.get("d").count("M") for path in read(f"<g>{chart.body}</g>").iter("path")]
    legend = 4
    assert sum(marks) == 47 + legend
    assert chart.description == "Ballots by faction. Blue: 41 yes, 2 no; no faction: 1 abstained, 3 absent."


def test_every_option_has_a_mark_of_its_own_shape(charts):
    drawn = {(mark, option in charts.FULL) for option, mark in charts.MARKS.items()}
    assert len(drawn) == len(charts.MARKS)


def test_every_option_but_yes_has_a_pattern_of_its_own_in_a_bar(charts):
    lines = [lines for option, lines in charts.PATTERNS.items() if option not in charts.HOLLOW]
    assert len(set(lines)) == len(lines) == 3
    assert len({lines for option, lines in charts.PATTERNS.items() if option in charts.HOLLOW}) == 3


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_colour_stands_out_from_the_paper(charts):
    for colour in charts.COLOURS.values():
        assert 1.05 / (luminance(colour) + 0.05) >= 3


def test_the_colours_of_a_file_are_those_of_the_style_sheet(charts):
    sheet = (SITE / "static" / "site.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--(\w+): (#\w{6});", sheet[: sheet.index("@media")]))
    assert {name: charts.COLOURS[name] for name in ("yes", "no", "abstain", "choice")} == {
        name: light[name] for name in ("yes", "no", "abstain", "choice")
    }
    assert light["ink"] == charts.INK
    assert light["faint"] == charts.FAINT


def test_a_picture_has_a_title_and_a_description_for_those_who_do_not_see_it(charts):
    drawn = read(charts.inline(charts.seat_chart(FACTIONS, "Ballots & more")))
    assert drawn.get("role") == "img"
    assert drawn.find("title").text == "Ballots & more"
    assert drawn.get("aria-labelledby").split() == [
        drawn.find("title").get("id"),
        drawn.find("desc").get("id"),
    ]


def test_hostile_words_in_a_picture_are_text(charts):
    hostile = [{"faction": "<script>alert(1)</script>\"'", "yes": 1}]
    drawn = charts.standalone(charts.seat_chart(hostile, "</title><script>"), "</text><script>")
    assert "<script" not in drawn
    read(drawn)


JOURNEY = {
    "country_name": "Nowhere",
    "treaty": "apmbc",
    "treaty_name": "Nothing treaty",
    "announced": "2025-01-01",
    "voted": "2025-03-01",
    "signed": None,
    "deposited": "2025-03-02",
    "left": "2025-09-02",
    "status": "not a party",
}


def test_steps_that_lie_close_together_do_not_cover_each_other(charts):
    chart = charts.journeys_chart([JOURNEY])
    circles = [float(mark.get("cx")) for mark in read(f"<g>{chart.body}</g>").iter("circle")][4:]
    assert all(after - before >= 17 for before, after in pairwise(circles))


def test_an_unknown_step_is_left_out_and_its_number_with_it(charts):
    numbers = [text for text in said(charts.journeys_chart([JOURNEY])) if text.isdigit()]
    assert numbers == ["1", "2", "3", "4", "5", "1", "2", "4", "5"]


def test_a_journey_is_told_in_words(charts):
    assert charts.journeys_chart([JOURNEY]).description == (
        "Nowhere: announced 1 January 2025, voted 1 March 2025, deposited 2 March 2025, "
        "left 2 September 2025; not a party."
    )


def test_a_state_of_which_no_step_is_known_is_no_error(charts):
    nothing = {**JOURNEY, **dict.fromkeys(charts.STEPS)}
    assert charts.journeys_chart([nothing]).description == "No step is known."


def test_another_treaty_is_named(charts):
    chart = charts.journeys_chart([{**JOURNEY, "treaty": "ccm", "treaty_name": "Some Convention"}])
    assert "Nowhere, some" in said(chart)


@pytest.mark.parametrize(
    "address",
    ["/charts/states.svg", "/charts/final-votes.svg", "/votes/xa-1-1/seats.svg", "/votes/xa-1-1/tally.svg"],
)
def test_a_picture_can_be_taken_away_with_its_title_and_its_source(reader, address):
    answer = reader.get(address)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    drawn = read(answer.text.strip())
    assert drawn.tag == f"{SVG}svg"
    assert drawn.get("width") == "1200"
    words_in_it = " ".join(text.text for text in drawn.iter(f"{SVG}text"))
    assert "Source: " in words_in_it
    assert not list(drawn.iter(f"{SVG}style"))


def test_a_picture_of_nothing_is_not_found(empty_reader):
    assert empty_reader.get("/charts/states.svg").status_code == 404
    assert empty_reader.get("/votes/none/seats.svg").status_code == 404


def test_a_vote_shows_its_picture_with_the_file_and_the_table_beside_it(reader):
    page = reader.page("/votes/xa-1-1")
    figures = page.find_all("figure")
    assert [words(figure.figcaption) for figure in figures] == [
        "The declared tally across all seats",
        "Ballots by faction: one mark is one member",
    ]
    assert [figure.find("a", download=True)["href"] for figure in figures] == [
        "/votes/xa-1-1/tally.svg",
        "/votes/xa-1-1/seats.svg",
    ]
    assert all("Source: Credit: Nowhere" in words(figure) for figure in figures)


def test_a_vote_without_figures_has_no_picture(reader):
    assert reader.page("/votes/xb-1-3").find("figure") is None


def test_a_vote_of_which_a_figure_is_unknown_shows_it_in_the_picture(database, tmp_path):
    changed = changed_copy(database, tmp_path, "UPDATE votes SET declared_no = NULL WHERE key = 'xa-1-1'")
    assert "3 not stated" in changed.page("/votes/xa-1-1").find("figure").svg.desc.text
