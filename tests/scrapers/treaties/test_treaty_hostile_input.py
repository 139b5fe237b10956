"""Whatever a source sends, the answer is what it says or a named error, and never something else."""

from contextlib import suppress

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_treaty import action_answer, dutch_answer, status_answer, unoda_action, unoda_answer, xml_answer

from db.records import TreatyPage
from scrapers.pages import PageError, reader_of

ANSWERS = {
    "status": status_answer(),
    "xml": xml_answer(),
    "actions": action_answer(),
    "dutch": dutch_answer(),
    "unoda": unoda_answer(unoda_action(), unoda_action("Brobdingnag", "Withdrawal")),
}


def read(answer, body):
    _, page = reader_of(answer.url, answer.method, answer.request_body)
    return page.read(type(answer)(**{**{f: getattr(answer, f) for f in answer.__slots__}, "body": body}))


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
@settings(max_examples=150)
@given(st.data())
def test_a_damaged_answer_is_read_or_refused_by_name(answer, data):
    start = data.draw(st.integers(0, len(answer.body)))
    end = data.draw(st.integers(start, min(len(answer.body), start + 40)))
    put = data.draw(st.sampled_from([b"", b"<", b"</td>", b"]", b"[", b'"', b"0", b"\xff", b"null", b"\x00"]))
    with suppress(PageError):
        found = read(answer, answer.body[:start] + put + answer.body[end:])
        assert all(isinstance(record, TreatyPage) for record in found)
        assert msgspec.json.encode(found)


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_an_answer_that_is_cut_off_anywhere_gives_no_wrong_state(answer):
    whole = {act.key for page in read(answer, answer.body) for act in page.actions}
    for end in range(0, len(answer.body), 7):
        with suppress(PageError):
            for page in read(answer, answer.body[:end]):
                assert {act.key for act in page.actions} <= whole
