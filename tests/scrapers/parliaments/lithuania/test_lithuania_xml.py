"""Elements of the open data of an invented Seimas."""

import pytest
from invented_seimas import answer
from lxml import etree

from scrapers.parliaments.lithuania.xml import Node


def node(xml):
    return Node(answer("any", ""), etree.fromstring(xml))


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<a><b>x</b></a>", "x"),
        ("<a><b> x \n y </b></a>", "x y"),
        ("<a><b>x</b><c>z</c><b>y</b></a>", "xy"),
        ("<a><b>x<i>y</i>z</b> tail</a>", "xyz"),
        ("<a><b/></a>", ""),
        ("<a><c><b>deeper</b></c></a>", ""),
        ("<a><b>so\N{SOFT HYPHEN}ft</b></a>", "soft"),
    ],
)
def test_the_text_of_a_child_is_all_that_is_in_it(xml, text):
    assert node(xml).inner("b") == text


@pytest.mark.parametrize(("xml", "there"), [("<a><b/></a>", True), ("<a><c><b/></c></a>", False)])
def test_a_child_stands_right_in_its_element(xml, there):
    assert node(xml).has("b") is there
    assert bool(node(xml).children("b")) is there


def test_an_element_knows_the_names_of_its_attributes():
    assert node('<a už="1" prieš="2"/>').attributes == {"už", "prieš"}
