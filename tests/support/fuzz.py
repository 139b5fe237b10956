"""Read spoilt answers with every page, and make sure that only records or named errors come out: `make fuzz`.

    python tests/support/fuzz.py [CASES] [PAGE]...

Every core reads other pages. A round that was cut short is gone on with by naming the pages that are left, or
only their beginnings: `fuzz.py 2000 finland "latvia vote"`.

Each case begins with an answer in the form of a real one, invented or (where there are any) recorded, and
spoils it up to four times. A page may then refuse it with a `PageError`, or read it, within a second;
all else is a defect of the page.
"""

import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "wire")]

from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: E402  the path is set above
from hypothesis import strategies as st  # noqa: E402
from invented_states import know_invented_states  # noqa: E402
from mutations import MUTATIONS  # noqa: E402
from seeds import kinds, seeds  # noqa: E402

from scrapers.pages import Answer, Page, PageError  # noqa: E402

CASES, SECONDS = 2_000, 1.0
"""How many spoilt answers each page reads, and how long one of them may take it, by processor time."""

Spoiling = tuple[str, int]
"""The name of a mutation, and the seed of its chance."""


@dataclass
class Tally:
    """What the cases of one page came to."""

    read: int = 0
    refused: int = 0
    slowest: float = 0.0

    @property
    def cases(self) -> int:
        return self.read + self.refused


class DefectError(AssertionError):
    """A page did with an answer what no page may do."""


def spoilt(answer: Answer, spoilings: list[Spoiling]) -> Answer:
    for name, number in spoilings:
        answer = MUTATIONS[name](random.Random(number), answer)  # noqa: S311  to repeat it
    return answer


def spoilings() -> st.SearchStrategy[list[Spoiling]]:
    one = st.tuples(st.sampled_from(sorted(MUTATIONS)), st.integers(0, 2**32))
    return st.lists(one, min_size=1, max_size=4)


def expect_named(page: Page, answer: Answer, tally: Tally) -> None:
    """Read an answer.

    Raises:
        DefectError: The page takes too long.
        Exception: Whatever the page raises that is no `PageError`.
    """
    began = time.process_time()
    try:
        page.read(answer)
    except PageError:
        tally.refused += 1
    else:
        tally.read += 1
    seconds = time.process_time() - began
    tally.slowest = max(tally.slowest, seconds)
    if seconds > SECONDS:
        raise DefectError(f"{page.key} took {seconds:.1f} s")


def fuzz(page: Page, answers: list[Answer], cases: int) -> Tally:
    """Read so many spoilt answers; the first defect is told with the smallest case that shows it."""
    tally = Tally()
    few_phases = (Phase.generate, Phase.shrink)

    @seed(1)
    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        phases=few_phases,
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @given(st.sampled_from(answers), spoilings())
    def each(answer: Answer, chosen: list[Spoiling]) -> None:
        expect_named(page, spoilt(answer, chosen), tally)

    each()
    return tally


@dataclass(frozen=True)
class Outcome:
    """What came of fuzzing one page."""

    name: str
    tally: Tally
    defect: str | None = None

    def __str__(self) -> str:
        if self.defect is not None:
            return f"{self.name:<32} DEFECT {self.defect}"
        tally = self.tally
        figures = f"{tally.read:>6} read {tally.refused:>6} refused {tally.slowest * 1000:>6.0f} ms at most"
        return f"{self.name:<32}{figures}"


def begin() -> None:
    """Make a process ready: the answers to start from are made once in each."""
    know_invented_states()
    STARTS.update(seeds(with_recordings=True))


STARTS: dict[str, list[Answer]] = {}


def outcome(name: str, cases: int) -> Outcome:
    """What comes of a page; any error is a defect, and the other pages are fuzzed all the same."""
    if not STARTS[name]:
        return Outcome(name, Tally(), "no answer to start from")
    try:
        return Outcome(name, fuzz(kinds()[name], STARTS[name], cases))
    except Exception as defect:  # noqa: BLE001  whatever it is
        told = "\n".join((f"{type(defect).__name__}: {defect}", *defect.__notes__))
        return Outcome(name, Tally(), told)


def chosen(begins: list[str]) -> list[str]:
    """The pages whose names begin so; all where nothing is named.

    Raises:
        SystemExit: No page begins so.
    """
    unknown = [name for name in begins if not any(page.startswith(name) for page in kinds())]
    if unknown:
        sys.exit(f"no page begins with {', '.join(unknown)}; there are: {', '.join(kinds())}")
    return [name for name in kinds() if name.startswith(tuple(begins or [""]))]


def main() -> bool:
    """Fuzz every page, or those named, on all cores; print a line for each, and say whether all is well."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    names, found = chosen(sys.argv[2:]), []
    with ProcessPoolExecutor(initializer=begin, mp_context=get_context("spawn")) as pool:
        for done in as_completed([pool.submit(outcome, name, cases) for name in names]):
            found.append(done.result())
            print(f"{len(found):>2} of {len(names)}  {found[-1]}", flush=True)
    read, refused = (sum(getattr(one.tally, name) for one in found) for name in ("read", "refused"))
    defects = [one.name for one in found if one.defect is not None]
    slowest = max(one.tally.slowest for one in found)
    print(
        f"{read + refused:,} spoilt answers: {read:,} read, {refused:,} refused,"
        f" {slowest * 1000:.0f} ms at most, {len(defects)} defects"
    )
    return not defects


if __name__ == "__main__":
    sys.exit(not main())
