import pytest
from fuzz import STARTS, DefectError, Outcome, Tally, chosen, expect_named, fuzz, outcome, spoilt
from invented_states import know_invented_states
from mutations import MUTATIONS
from seeds import kinds, seeds

from scrapers.pages import Answer, Page, PageError

CASES = 20
PAGES, SEEDS = kinds(), seeds(with_recordings=False)


@pytest.fixture(autouse=True)
def invented_states(monkeypatch):
    know_invented_states(monkeypatch.setattr)


def test_every_page_has_an_answer_to_start_from():
    assert [name for name in PAGES if not SEEDS[name]] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_spoilt_answer_is_read_or_refused_by_name(name):
    assert fuzz(PAGES[name], SEEDS[name][:3], CASES).cases >= CASES


@pytest.mark.parametrize("name", PAGES)
def test_what_the_fuzzer_starts_from_is_read(name):
    for answer in SEEDS[name]:
        PAGES[name].read(answer)


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_mutation_spoils_something_and_does_the_same_again(mutation):
    given = [
        Answer(url="https://a.example/x?a=1&b=2", body=body)
        for body in (b'{"a": [1, 2]}', b"<one><b>1</b></one>")
    ]
    spoils = [
        [spoilt(answer, [(mutation, number)]) for answer in given for number in range(20)] for _ in "12"
    ]
    assert spoils[0] == spoils[1]
    assert any(answer not in given for answer in spoils[0])


def page(parse):
    return Page(name="x", source="x", pattern=".*", parse=parse, evidence="constructed", description="")


def refuse(answer):
    raise PageError(answer, "x", "y")


def test_named_errors_are_counted_apart():
    tally = Tally()
    expect_named(page(refuse), Answer(url="", body=b""), tally)
    expect_named(page(lambda _: []), Answer(url="", body=b""), tally)
    assert (tally.read, tally.refused, tally.cases) == (1, 1, 2)


def test_another_error_is_a_defect():
    with pytest.raises(KeyError):
        fuzz(page(lambda _: {}["x"]), [Answer(url="", body=b"")], 1)


def test_a_page_that_takes_too_long_is_a_defect(monkeypatch):
    monkeypatch.setattr("fuzz.SECONDS", 0)
    with pytest.raises(DefectError, match="took"):
        expect_named(page(lambda _: sum(range(10_000)) * []), Answer(url="", body=b""), Tally())


def test_a_round_is_gone_on_with_by_the_beginnings_of_names():
    assert chosen([]) == list(PAGES)
    some = chosen(["finland", "latvia vote"])
    assert {"finland vote", "latvia vote"} <= set(some)
    assert not [name for name in some if not name.startswith(("finland", "latvia vote"))]
    with pytest.raises(SystemExit, match="no page begins with moon"):
        chosen(["finland", "moon"])


def test_what_came_of_a_page_is_told_in_a_line(monkeypatch):
    monkeypatch.setitem(STARTS, "x", [Answer(url="", body=b"")])
    monkeypatch.setattr("fuzz.kinds", lambda: {"x": page(lambda _: [])})
    assert str(outcome("x", 3)).split()[:3] == ["x", "3", "read"]
    monkeypatch.setattr("fuzz.kinds", lambda: {"x": page(lambda _: {}["y"])})
    assert str(outcome("x", 3)).startswith(f"{'x':<32} DEFECT KeyError: 'y'")
    monkeypatch.setitem(STARTS, "x", [])
    assert outcome("x", 3) == Outcome("x", Tally(), "no answer to start from")
