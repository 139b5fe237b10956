import contextlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Chamber, Country, Source
from scrapers.pages import (
    Answer,
    Page,
    PageError,
    Parliament,
    descriptors,
    parliaments,
    read_json,
    read_xml,
    reader_of,
)

URL = "https://parliament.example/votes/1"


class Wire(msgspec.Struct):
    yes: int
    rows: list[dict[str, str]] = []


def answer(body, content_type="application/json"):
    return Answer(url=URL, body=body, content_type=content_type)


def problem(body, **more):
    with pytest.raises(PageError) as caught:
        read_json(answer(body, **more), Wire)
    return caught.value


def test_json_is_read_as_its_type():
    assert read_json(answer(b'{"yes": 3, "new": "ignored"}'), Wire).yes == 3


def test_a_missing_element_is_named():
    assert "yes" in str(problem(b"{}"))


def test_an_element_of_another_type_is_named_by_its_path():
    assert problem(b'{"yes": 1, "rows": [{"a": "b"}, {"a": 1}]}').element == "$.rows[1][...]"


def test_an_error_names_the_answer():
    assert URL in str(problem(b"{}"))


def test_json_that_is_cut_off_is_a_named_error():
    assert problem(b'{"yes": 1').element == "body"


def test_an_empty_body_is_not_an_empty_list():
    assert problem(b"  ").problem == "empty"


def test_a_firewalls_page_is_named_by_its_title():
    assert "Request Rejected" in problem(b"<html><title>Request Rejected</title>").problem


def test_html_is_recognised_though_it_is_labelled_json():
    assert "HTML" in problem(b"\n <!DOCTYPE html>").problem


def test_json_under_a_wrong_label_is_not_trusted():
    assert problem(b'{"yes": 1}', content_type="text/html").element == "Content-Type"


def test_an_unlabelled_answer_is_read_by_its_content():
    assert read_json(answer(b'{"yes": 1}', content_type=""), Wire).yes == 1


@given(st.binary(max_size=60))
def test_no_bytes_break_the_reader(body):
    with contextlib.suppress(PageError):
        read_json(answer(body), Wire)


def make_page(name="vote", method="GET", body_pattern=None, parse=lambda _: []):
    return Page(
        name=name,
        source="xx-api",
        pattern=r"https://parliament\.example/votes/\d+",
        parse=parse,
        evidence="constructed",
        description="A vote.",
        method=method,
        body_pattern=body_pattern,
    )


@pytest.mark.parametrize(
    ("url", "method", "matches"),
    [
        (URL, "GET", True),
        (f"{URL}?lang=en", "GET", True),
        (f"{URL}/pdf", "GET", False),
        (URL, "POST", False),
        ("https://elsewhere.example/votes/1", "GET", False),
    ],
)
def test_a_page_knows_its_addresses(url, method, matches):
    assert make_page().matches(url, method) is matches


def test_a_page_of_one_question_among_several_knows_it_by_the_body_of_the_request():
    page = make_page(method="POST", body_pattern='"category": *"votes"')
    assert page.matches(URL, "POST", b'{"category":"votes"}')
    assert not page.matches(URL, "POST", b'{"category":"speeches"}')
    assert not page.matches(URL, "POST")


def numbers(answer):
    return [int(answer.body)]


def test_a_number_beyond_all_bounds_is_a_named_error():
    with pytest.raises(PageError, match="beyond all bounds"):
        make_page(parse=numbers).read(answer(b"9" * 5000))


def test_a_mistake_of_the_program_itself_stays_one():
    with pytest.raises(ValueError, match="invalid literal"):
        make_page(parse=numbers).read(answer(b"x"))


def test_json_that_is_nested_without_end_is_a_named_error():
    with pytest.raises(PageError, match="not whole JSON"):
        read_json(answer(b"[" * 5000 + b"]" * 5000), list)


def make_parliament():
    return Parliament(
        country=Country(key="xx", name="Nowhere"),
        chambers=(
            Chamber(key="xx-house", country="xx", name="House", name_en="House", seats=12, timezone="UTC"),
        ),
        terms=(),
        sources=(
            Source(key="xx-api", country="xx", name="API", url=URL, licence="none", attribution="none"),
        ),
        pages=(make_page(), make_page("search", method="POST")),
    )


def test_a_parliament_goes_by_its_countrys_name():
    assert make_parliament().name == "nowhere"


def test_a_parliament_finds_the_page_by_address_and_method():
    assert make_parliament().page_for(URL, "POST").name == "search"
    assert make_parliament().page_for("https://elsewhere.example/") is None


def test_every_page_is_listed_with_what_it_was_proven_on():
    assert [(parser.key, parser.evidence) for parser in make_parliament().parsers] == [
        ("xx-api.vote", "constructed"),
        ("xx-api.search", "constructed"),
    ]


def test_every_folder_is_found_in_a_fixed_order():
    names = [parliament.name for parliament in parliaments()]
    assert names == sorted(names)
    assert {"finland", "poland"} <= set(names)


def test_no_address_is_read_by_two_pages():
    pages = [page for parliament in parliaments() for page in parliament.pages]
    assert len({(page.pattern, page.method, page.body_pattern) for page in pages}) == len(pages)


def test_every_page_belongs_to_a_source_of_its_parliament():
    for parliament in parliaments():
        sources = {source.key for source in parliament.sources}
        assert {page.source for page in parliament.pages} <= sources


def test_an_address_of_nobody_has_no_page():
    assert reader_of("https://elsewhere.example/") is None


def xml(body):
    return read_xml(answer(body, content_type="text/xml"), "root")


def test_xml_is_read_from_its_promised_root():
    assert xml(b"<root><!-- said aside --><a>1</a></root>").findtext("a") == "1"


@pytest.mark.parametrize(
    ("body", "element", "words"),
    [
        (b" ", "body", "empty"),
        (b"<root><a>", "body", "not whole XML"),
        (b"{}", "body", "not whole XML"),
        (b"<html/>", "root", "<html> where <root> was promised"),
    ],
)
def test_what_is_not_the_promised_xml_is_a_named_error(body, element, words):
    with pytest.raises(PageError, match=words) as caught:
        xml(body)
    assert caught.value.element == element


def test_entities_of_xml_are_not_followed():
    entity = b'<!DOCTYPE root [<!ENTITY file SYSTEM "file:///etc/hostname">]><root>&file;</root>'
    assert not xml(entity).text


@pytest.mark.parametrize("descriptor", descriptors(), ids=lambda descriptor: descriptor.name)
def test_all_but_the_press_have_pages_that_are_asked_for_in_every_crawl(descriptor):
    assert bool(descriptor.news) == (descriptor.name != "press")
    assert descriptor.news <= {page.name for page in descriptor.pages}
