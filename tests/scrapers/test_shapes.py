"""What a live answer has that it should not have, and lacks that it should have, is told by name."""

import datetime as dt
import json

import msgspec
import pytest
from blank import blank_database
from hypothesis import given
from hypothesis import strategies as st

from scrapers.intake import Intake
from scrapers.pages import Answer, Page, descriptors
from scrapers.shapes import Shape, json_names, xml_names
from scrapers.spiders import Received

JSON = Shape(
    names=json_names, known=frozenset({"[].votes[].id", "[].title"}), required=frozenset({"[].votes[].id"})
)
XML = Shape(names=xml_names, known=frozenset({"Votes", "Vote", "Vote/@number"}), required=frozenset({"Vote"}))


def test_an_answer_as_promised_differs_in_nothing():
    assert JSON.differences(b'[{"title": "A", "votes": [{"id": 1}]}]') == []


def test_a_renamed_field_is_missing_under_its_old_name_and_unknown_under_its_new_one():
    assert JSON.differences(b'[{"votes": [{"key": 1}]}]') == [
        ("missing", "[].votes[].id"),
        ("unknown", "[].votes[].key"),
    ]


def test_what_lies_within_a_known_name_is_known():
    shape = Shape(names=json_names, known=frozenset({"vote"}))
    assert shape.differences(b'{"vote": {"anything": 1}}') == []


def test_null_is_no_difference():
    assert JSON.differences(b'[{"other": null, "votes": [{"id": 1}]}]') == []


def test_elements_and_attributes_of_xml_are_named():
    found = XML.differences("<Votes><Vote number='1' už='2'/><Extra/></Votes>".encode())
    assert found == [("unknown", "Extra"), ("unknown", "Vote/@už")]


@pytest.mark.parametrize("body", [b"", b"<html>", b"{", b"\xff\xfe"])
def test_a_body_of_another_format_is_left_to_its_reader(body):
    assert JSON.differences(body) == []


@given(st.binary(max_size=200))
def test_no_body_breaks_it(body):
    JSON.differences(body)
    XML.differences(body)


@given(
    st.recursive(
        st.integers(), lambda inner: st.dictionaries(st.sampled_from("abc"), inner) | st.lists(inner)
    )
)
def test_every_name_of_an_answer_is_found(value):
    names = set(json_names(json.dumps(value).encode()))
    assert Shape(names=json_names, known=frozenset(names)).differences(msgspec.json.encode(value)) == []


@pytest.fixture
def page():
    real = descriptors()[0].pages[0]
    return Page(
        name=real.name,
        source=real.source,
        pattern=".*",
        parse=lambda _: (),
        evidence="constructed",
        description="-",
        shape=JSON,
    )


def received(page, origin):
    answer = Answer(url="https://source.example/1", body=b'[{"votes": [{"key": 1}]}]')
    moment = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    return Received(page=page, answer=answer, fingerprint="1", fetched_at=moment, origin=origin)


@pytest.mark.parametrize(("origin", "rows"), [("live", 2), ("sample", 0)])
def test_differences_of_live_answers_are_kept_for_the_site(page, origin, rows):
    db = blank_database()
    Intake(db, "estonia", "live").take(received(page, origin))
    kept = db.execute("SELECT parser, kind, name FROM shape_differences ORDER BY kind").fetchall()
    assert len(kept) == rows
    assert not rows or kept[0] == (page.key, "missing", "[].votes[].id")
    db.close()
