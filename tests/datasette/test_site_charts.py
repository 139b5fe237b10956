"""The pictures: what they show, and that they can be read without their colours or without seeing them."""

import re
from itertools import pairwise

from lxml import etree
from ottawa_site import bars, journeys, seats, shapes, sheets
from reading import changed_copy, words

from scrapers.serving import SITE


def read(markup):
    return etree.fromstring(str(markup).encode())


def said(chart):
    return [text.text for text in read(f"<g>{chart.body}</g>").iter("text")]


TALLY = {"yes": 5, "no": 2, "abstain": None, "present_not_voting": 0, "absent": None}


def test_what_is_not_stated_is_shown_as_not_stated():
    chart = bars.tally_chart(TALLY, 12, "A tally")
    assert said(chart) == ["5 yes", "2 no", "0 present, not voting", "5 not stated"]
    assert chart.description == "Of 12 seats: 5 yes, 2 no, 0 present, not voting, 5 not stated."


def test_a_tally_that_is_stated_in_full_has_no_rest():
    assert said(bars.tally_chart({"yes": 7, "no": 5}, 12, "A tally")) == ["7 yes", "5 no"]


def test_a_tally_of_more_than_all_seats_is_drawn_within_the_picture():
    chart = bars.tally_chart({"yes": 90, "no": 30}, 100, "A tally")
    right = max(
        float(box.get("x")) + float(box.get("width")) for box in read(f"<g>{chart.body}</g>").iter("rect")
    )
    assert right <= shapes.WIDTH


def test_a_tally_of_nothing_is_drawn():
    assert said(bars.tally_chart({}, 0, "A tally")) == []


FACTIONS = [{"faction": "Blue", "yes": 41, "no": 2}, {"faction": None, "abstain": 1, "absent": 3}]


def test_a_seat_chart_has_one_mark_for_each_ballot():
    chart = seats.seat_chart(FACTIONS, "Ballots")
    marks = [path.get("d").count("M") for path in read(f"<g>{chart.body}</g>").iter("path")]
    legend = 4
    assert sum(marks) == 47 + legend
    assert chart.description == "Ballots by faction. Blue: 41 yes, 2 no; no faction: 1 abstained, 3 absent."


def test_every_option_has_a_mark_of_its_own_shape():
    drawn = {(mark, option in seats.FULL) for option, mark in seats.MARKS.items()}
    assert len(drawn) == len(seats.MARKS)


def test_every_option_but_yes_has_a_pattern_of_its_own_in_a_bar():
    lines = [lines for option, lines in bars.PATTERNS.items() if option not in bars.HOLLOW]
    assert len(set(lines)) == len(lines) == 3
    assert len({lines for option, lines in bars.PATTERNS.items() if option in bars.HOLLOW}) == 3


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_colour_stands_out_from_the_paper():
    for colour in shapes.COLOURS.values():
        assert 1.05 / (luminance(colour) + 0.05) >= 3


def test_the_colours_of_a_file_are_those_of_the_style_sheet():
    sheet = (SITE / "static" / "site.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--(\w+): (#\w{6});", sheet[: sheet.index("@media")]))
    assert {name: shapes.COLOURS[name] for name in ("yes", "no", "abstain", "choice")} == {
        name: light[name] for name in ("yes", "no", "abstain", "choice")
    }
    assert light["ink"] == shapes.INK
    assert light["faint"] == shapes.FAINT


def test_a_picture_has_a_title_and_a_description_for_those_who_do_not_see_it():
    drawn = read(shapes.inline(seats.seat_chart(FACTIONS, "Ballots & more")))
    assert drawn.get("role") == "img"
    assert drawn.find("title").text == "Ballots & more"
    assert drawn.get("aria-labelledby").split() == [
        drawn.find("title").get("id"),
        drawn.find("desc").get("id"),
    ]


def test_hostile_words_in_a_picture_are_text():
    hostile = [{"faction": "<script>alert(1)</script>\"'", "yes": 1}]
    drawn = sheets.sheet(seats.seat_chart(hostile, "</title>\x01<script>"), "</text><script>", "x://<b>")
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


def test_steps_that_lie_close_together_do_not_cover_each_other():
    chart = journeys.journeys_chart([JOURNEY])
    circles = [float(mark.get("cx")) for mark in read(f"<g>{chart.body}</g>").iter("circle")][4:]
    assert all(after - before >= 17 for before, after in pairwise(circles))


def test_an_unknown_step_is_left_out_and_its_number_with_it():
    numbers = [text for text in said(journeys.journeys_chart([JOURNEY])) if text.isdigit()]
    assert numbers == ["1", "2", "3", "4", "5", "1", "2", "4", "5"]


def test_a_journey_is_told_in_words():
    assert journeys.journeys_chart([JOURNEY]).description == (
        "Nowhere: announced 1 January 2025, voted 1 March 2025, deposited 2 March 2025, "
        "left 2 September 2025; not a party."
    )


def test_a_state_of_which_no_step_is_known_is_no_error():
    nothing = {**JOURNEY, **dict.fromkeys(journeys.STEPS)}
    assert journeys.journeys_chart([nothing]).description == "No step is known."


def test_another_treaty_is_named():
    chart = journeys.journeys_chart([{**JOURNEY, "treaty": "ccm", "treaty_name": "Some Convention"}])
    assert "Nowhere, some" in said(chart)


def test_a_vote_shows_its_picture_with_the_file_and_the_table_beside_it(reader):
    page = reader.page("/votes/xa-1-1")
    figures = page.find_all("figure")
    assert [words(figure.figcaption) for figure in figures] == [
        "The declared tally across all seats",
        "Ballots by faction: one mark is one member",
    ]
    assert [link["href"] for figure in figures for link in figure.find_all("a", download=True)] == [
        "/votes/xa-1-1/tally.svg",
        "/votes/xa-1-1/tally.png",
        "/votes/xa-1-1/seats.svg",
        "/votes/xa-1-1/seats.png",
    ]
    assert all("Source: Credit: Nowhere" in words(figure) for figure in figures)


def test_a_vote_without_figures_has_no_picture(reader):
    assert reader.page("/votes/xb-1-3").find("figure") is None


def test_a_vote_of_which_a_figure_is_unknown_shows_it_in_the_picture(database, tmp_path):
    changed = changed_copy(database, tmp_path, "UPDATE votes SET declared_no = NULL WHERE key = 'xa-1-1'")
    assert "3 not stated" in changed.page("/votes/xa-1-1").find("figure").svg.desc.text


def test_a_chart_for_an_article_stands_in_two_columns_of_about_the_same_length():
    factions = [{"faction": str(n), "yes": 36} for n in range(5)]
    chart = seats.seat_chart(factions, "Ballots", columns=2)
    places = [
        each.get("transform") for each in read(f"<g>{chart.body}</g>").iter("g") if each.get("transform")
    ]
    assert [place.startswith("translate(0 ") for place in places] == [True, True, True, False, False]
    assert chart.width == 2 * shapes.WIDTH + shapes.GAP
    assert chart.height < seats.seat_chart(factions, "Ballots").height


def test_a_single_faction_fills_one_of_two_columns():
    assert "A 3" in " ".join(said(seats.seat_chart([{"faction": "A", "yes": 3}], "B", columns=2))).replace(
        "  ", " "
    )
