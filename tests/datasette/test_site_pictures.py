"""Pictures to take away: for an article, and for those who show a page that was shared with them."""

import struct

import pytest
from lxml import etree
from ottawa_site import cards, sheets
from reading import changed_copy

SVG = "{http://www.w3.org/2000/svg}"
LETTERS = "ĄČĘĖĮŠŲŪŽąčęėįšųūž ĀĒĢĪĶĻŅāēģīķļņ ÕÄÖÜõäöü ĆŁŃÓŚŹŻćłńóśźż Ååå “„”…"

ARTICLE = [
    "/charts/states",
    "/charts/final-votes",
    "/votes/xa-1-1/seats",
    "/votes/xa-1-1/tally",
]
SHARED = ["/share", "/votes/xa-1-1/share", "/votes/xb-1-4/share", "/states/xa/share", "/states/xq/share"]


def read(reader, address):
    answer = reader.get(f"{address}.svg")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "image/svg+xml; charset=utf-8"
    return etree.fromstring(answer.content)


def said(drawn):
    return [text.text for text in drawn.iter(f"{SVG}text")]


def size(png):
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("address", ARTICLE + SHARED)
def test_a_picture_stands_alone_with_its_title_its_source_and_its_page(reader, address):
    drawn = read(reader, address)
    title = drawn.find(f"{SVG}title").text
    assert said(drawn)[0].split(" …")[0].rstrip(",") in title
    assert any(line.startswith("Source: ") for line in said(drawn))
    assert "Leaving Ottawa" in said(drawn)
    assert said(drawn)[-1].startswith("localhost/")
    assert drawn.find(f"{SVG}desc").text
    assert drawn.get("font-family").startswith("'Fira Sans'")
    assert not list(drawn.iter(f"{SVG}style", f"{SVG}image", f"{SVG}script"))


@pytest.mark.parametrize("address", ARTICLE)
def test_a_picture_for_an_article_has_the_size_of_one(reader, address):
    answer = reader.get(f"{address}.png")
    assert answer.headers["content-type"] == "image/png"
    assert size(answer.content) == (1200, 675)
    assert read(reader, address).get("height") == "675"


@pytest.mark.parametrize("address", SHARED)
def test_a_picture_of_a_shared_page_has_the_size_that_others_show(reader, address):
    assert size(reader.get(f"{address}.png").content) == (1200, 630)


@pytest.mark.parametrize("address", ARTICLE + SHARED)
def test_nothing_of_a_picture_lies_outside_of_it(reader, address):
    drawn = read(reader, address)
    height = float(drawn.get("height"))
    (chart,) = [group for group in drawn if group.tag == f"{SVG}g"]
    y = float(chart.get("transform").split("(")[1].split(")")[0].split()[1])
    assert 0 < y < height - 130


def test_a_picture_is_known_again_by_its_tag(reader):
    answer = reader.get("/votes/xa-1-1/share.png")
    assert answer.headers["etag"] == reader.get("/votes").headers["etag"]


def test_every_letter_of_the_five_languages_is_drawn():
    def drawn(letter):
        return sheets.png(
            '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" font-family="Fira Sans">'
            f'<text x="5" y="30" font-size="30">{letter}</text></svg>'
        )

    missing, empty = drawn("\ue123"), drawn(" ")
    letters = [letter for letter in LETTERS if not letter.isspace()]
    assert [letter for letter in letters if drawn(letter) in {missing, empty}] == []


def test_the_weights_of_letters_differ():
    drawn = {
        sheets.png(
            '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" font-family="Fira Sans">'
            f'<text x="5" y="30" font-size="30" font-weight="{weight}">M</text></svg>'
        )
        for weight in sheets.WEIGHTS
    }
    assert len(drawn) == 3


def test_a_long_title_leaves_room_for_the_chart_and_keeps_the_chamber_and_the_day(database, tmp_path):
    long = f"UPDATE votes SET title_en = '{'Lex de nihilo et rebus ' * 40}' WHERE key = 'xa-1-1'"
    reader = changed_copy(database, tmp_path, long)
    for name in ("seats", "tally"):
        title = " ".join(said(read(reader, f"/votes/xa-1-1/{name}"))[:3])
        assert "…, Chamber of Nowhere, 1 March 2025" in title
    assert any(line.endswith("…") for line in said(read(reader, "/votes/xa-1-1/share"))[:3])
    assert size(reader.get("/votes/xa-1-1/share.png").content) == (1200, 630)


def test_letters_that_xml_has_no_place_for_do_no_harm(database, tmp_path):
    spoilt = changed_copy(
        database, tmp_path, "UPDATE votes SET title_en = 'De \x01 <b>&' WHERE key = 'xa-1-1'"
    )
    assert said(read(spoilt, "/votes/xa-1-1/share"))[0] == "De  <b>&"
    assert spoilt.get("/votes/xa-1-1/share.png").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/share.png",
        "/charts/states.svg",
        "/votes/none/seats.png",
        "/votes/none/share.png",
        "/states/zz/share.png",
    ],
)
def test_a_picture_of_nothing_is_not_found(empty_reader, address):
    assert empty_reader.get(address).status_code == 404


UNKNOWN = ("/votes/xb-1-1/seats.png", "/votes/xb-1-4/seats.svg", "/votes/xb-1-4/tally.png")


@pytest.mark.parametrize("address", UNKNOWN)
def test_there_is_no_picture_of_what_is_not_known_as_a_whole(reader, address):
    assert reader.get(address).status_code == 404


VOTE = {
    "title": "Lex",
    "title_en": None,
    "chamber_name_en": "Chamber",
    "date": "2025-03-01",
    "seats": 12,
    "is_annulled": 0,
    "outcome": "passed",
    "meaning_of_yes": "for rejecting the bill",
    "ballots_status": "published",
    "declared_yes": 7,
    "declared_no": None,
}


def test_the_card_of_a_vote_says_what_a_yes_was():
    assert cards.vote_card(VOTE).description == (
        "Chamber, 1 March 2025. Passed; a yes was for rejecting the bill. Of 12 seats: 7 yes, 5 not stated."
    )


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"is_annulled": 1}, "Annulled; a yes was for rejecting the bill."),
        ({"outcome": None, "meaning_of_yes": None}, "Outcome not known."),
        ({"meaning_of_yes": "quorum check"}, "A check of how many members were there."),
        ({"declared_yes": None, "ballots_status": "secret"}, "The vote was secret."),
        ({"declared_yes": None}, "No tally is known here."),
    ],
)
def test_the_card_of_a_vote_says_what_is_not_known(changed, expected):
    assert expected in cards.vote_card({**VOTE, **changed}).description


def test_every_kind_of_vote_has_words_for_the_want_of_figures(reader):
    kinds = {row["ballots_status"] for row in reader.rows("/ottawa/votes.json?_shape=array&_size=max")}
    assert kinds <= set(cards.WITHOUT)


def test_the_card_of_a_state_has_its_status_and_its_days(reader):
    assert "not a party" in said(read(reader, "/states/xa/share"))
    assert "withdrawal deposited 31 March 2025, out since 30 September 2025" in said(
        read(reader, "/states/xa/share")
    )
    assert "no withdrawal deposited by this day" in said(read(reader, "/states/xb/share"))


def test_a_state_of_which_nothing_is_known_has_a_card_that_says_so(reader):
    assert "Nothing is known of its status under any treaty on this day." in said(
        read(reader, "/states/xq/share")
    )


def named(page):
    return {
        each.get("property") or each.get("name"): each["content"]
        for each in page.head.find_all("meta", content=True)
    }


@pytest.mark.parametrize("address", ["/votes/xa-1-1", "/states/xa", "/states/xa?as_of=2025-05-20"])
def test_a_shared_vote_or_state_has_a_picture_and_words_of_its_own(reader, address):
    found = named(reader.page(address))
    page = address.partition("?")[0]
    assert found["og:image"] == f"http://localhost{page}/share.png"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["twitter:card"] == "summary_large_image"
    assert found["og:image:alt"] == found["og:description"]
    assert found["og:title"]
    assert reader.get(found["og:image"].removeprefix("http://localhost")).status_code == 200


def test_the_first_page_is_shared_with_the_ways_of_the_states(reader):
    assert named(reader.page("/"))["og:image"] == "http://localhost/share.png"


def test_a_page_without_a_picture_says_so(reader, empty_reader):
    assert named(reader.page("/votes"))["twitter:card"] == "summary"
    assert "og:image" not in named(empty_reader.page("/"))
