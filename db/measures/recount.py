"""The measures once more, in plain Python and straight from the ballots: what the summaries are held against.

Nothing here reads a summary or a view. `docs/methodology.md` has the definitions that both follow.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, groupby
from operator import itemgetter

from sqlite_utils import Database

VOTED = ("yes", "no", "abstain")
"""The options by which a member takes part in a decision."""

OPTIONS = (*VOTED, "choice", "present_not_voting", "absent", "absent_excused", "not_recorded", "secret")
"""Every option, in the order of the columns."""

LEAST_VOTING = 3
"""Of fewer members who voted neither a line nor a cohesion is told."""

LEAST_SHARED = 10
"""Of fewer votes no share is told."""

VOTES = """
SELECT id, key, chamber, term, date, is_final, is_annulled, meaning_of_yes, ballots_status,
    counted_absent IS NOT NULL AS lists_absent,
    EXISTS (SELECT 1 FROM vote_choices WHERE vote_id = votes.id) AS is_on_a_list
FROM votes
"""

BALLOTS = """
SELECT vote_id, person_id, faction_id, label_id FROM vote_ballots WHERE withdrawn_at IS NULL ORDER BY vote_id
"""

UNATTACHED = """
SELECT factions.id FROM factions JOIN unattached_labels USING (chamber, label)
"""

Ballot = tuple[int, int | None, str]
"""The person, the faction and the option."""

Cast = tuple[str, str | None, int]
"""An option, the line of the faction, and whether the source lists who was absent."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What of a vote its measures depend on."""

    id: int
    key: str
    chamber: str
    term: str
    date: str
    is_final: int
    is_annulled: int
    meaning_of_yes: str | None
    ballots_status: str
    lists_absent: int
    is_on_a_list: int

    @property
    def is_measured(self) -> bool:
        """Whether all its ballots are published, and a yes or no decided something."""
        is_decision = self.meaning_of_yes != "quorum check" and not self.is_on_a_list
        return self.ballots_status == "published" and not self.is_annulled and is_decision

    @property
    def kind(self) -> str:
        """The kind of vote by which ballots are counted."""
        return "final vote" if self.is_final else self.meaning_of_yes or "not known"

    @property
    def year(self) -> int:
        """The year of its date."""
        return int(self.date[:4])


@dataclass(frozen=True, slots=True)
class FactionVote:
    """How one faction voted in one vote."""

    counts: Counter[str]
    is_measured: bool
    """Whether the vote is measured, and this a faction rather than those who belong to none."""

    @property
    def voted(self) -> int:
        """How many said yes, no, or that they abstain."""
        return sum(self.counts[option] for option in VOTED)

    @property
    def line(self) -> str | None:
        """What more than half of those who voted did."""
        if not self.is_measured or self.voted < LEAST_VOTING:
            return None
        return next((option for option in VOTED if self.counts[option] > self.voted / 2), None)

    @property
    def against(self) -> int | None:
        """How many voted otherwise than the line."""
        return None if self.line is None else self.voted - self.counts[self.line]

    @property
    def rice(self) -> float | None:
        """The Rice index: how far the yes and no of a faction are apart."""
        yes, no = self.counts["yes"], self.counts["no"]
        if not self.is_measured or yes + no < LEAST_VOTING:
            return None
        return abs(yes - no) / (yes + no)

    @property
    def agreement_index(self) -> float | None:
        """The agreement index of Hix, Noury and Roland, which counts abstentions as a third way."""
        if not self.is_measured or self.voted < LEAST_VOTING:
            return None
        most = max(self.counts[option] for option in VOTED)
        return (3 * most - self.voted) / (2 * self.voted)


@dataclass(slots=True)
class Member:
    """What one member did in the measured votes of one term; of how they voted, a bit for each vote."""

    cast: Counter[Cast] = field(default_factory=Counter)
    bits: dict[str, int] = field(default_factory=lambda: dict.fromkeys(VOTED, 0))

    def agreement(self, other: Member) -> tuple[int, int]:
        """In how many votes both voted, and in how many of these the same."""
        agreed = sum((self.bits[option] & other.bits[option]).bit_count() for option in VOTED)
        return (self._voted & other._voted).bit_count(), agreed

    @property
    def _voted(self) -> int:
        yes, no, abstain = self.bits.values()
        return yes | no | abstain


class Recount:
    """All measures but those of single votes, which `votes` gives while it counts."""

    def __init__(self, db: Database) -> None:
        """Count the ballots of this database."""
        self._db = db
        self.facets: Counter[tuple[str, str, int, int | None, str, str]] = Counter()
        self.members: defaultdict[tuple[str, int], Member] = defaultdict(Member)
        self.faction_pairs: defaultdict[tuple[str, int, int, int], list[int]] = defaultdict(lambda: [0, 0])
        self.bills: defaultdict[tuple[int, int], Counter[Cast]] = defaultdict(Counter)
        self._places: Counter[str] = Counter()
        self._tracked = defaultdict[int, list[int]](list)
        for vote_id, bill_id in db.conn.execute(
            "SELECT vote_id, bill_id FROM vote_bills JOIN bills ON bills.id = bill_id WHERE is_tracked"
        ):
            self._tracked[vote_id].append(bill_id)

    def votes(self) -> Iterator[tuple[Vote, dict[int | None, FactionVote]]]:
        """Every vote that has ballots, and how each faction voted in it."""
        unattached = {None, *(faction for (faction,) in self._db.conn.execute(UNATTACHED))}
        votes = {row[0]: Vote(*row) for row in self._db.conn.execute(VOTES)}
        for vote_id, ballots in self._ballots():
            vote = votes[vote_id]
            counts: defaultdict[int | None, Counter[str]] = defaultdict(Counter)
            for _, faction, option in ballots:
                counts[faction][option] += 1
            factions = {
                faction: FactionVote(found, vote.is_measured and faction not in unattached)
                for faction, found in counts.items()
            }
            self._take(vote, ballots, factions)
            yield vote, factions

    def _ballots(self) -> Iterator[tuple[int, list[Ballot]]]:
        options = dict(self._db.conn.execute("SELECT id, option FROM ballot_labels").fetchall())
        for vote_id, rows in groupby(self._db.conn.execute(BALLOTS), itemgetter(0)):
            yield vote_id, [(person, faction, options[label]) for _, person, faction, label in rows]

    def _take(self, vote: Vote, ballots: list[Ballot], factions: dict[int | None, FactionVote]) -> None:
        lines = {faction: found.line for faction, found in factions.items()}
        for faction, found in factions.items():
            for option, count in found.counts.items():
                self.facets[vote.chamber, vote.term, vote.year, faction, option, vote.kind] += count
        for bill_id in self._tracked[vote.id]:
            for person, faction, option in ballots:
                self.bills[bill_id, person][option, lines[faction], 0] += 1
        if vote.is_measured:
            self._take_members(vote, ballots, lines)
            self._take_lines(vote, lines)

    def _take_members(self, vote: Vote, ballots: list[Ballot], lines: dict[int | None, str | None]) -> None:
        bit = 1 << self._places[vote.term]
        self._places[vote.term] += 1
        for person, faction, option in ballots:
            member = self.members[vote.term, person]
            member.cast[option, lines[faction], vote.lists_absent] += 1
            if option in VOTED:
                member.bits[option] |= bit

    def _take_lines(self, vote: Vote, lines: dict[int | None, str | None]) -> None:
        known = sorted((faction, line) for faction, line in lines.items() if faction and line)
        for (one, its), (other, theirs) in combinations(known, 2):
            pair = self.faction_pairs[vote.term, vote.year, one, other]
            pair[0] += 1
            pair[1] += its == theirs


def counts(cast: Counter[Cast]) -> Counter[str]:
    """How many ballots there are of each option, against a line, and where somebody attended or missed it."""
    found: Counter[str] = Counter()
    for (option, line, lists_absent), times in cast.items():
        found["ballots"] += times
        found[option] += times
        if line and option in VOTED:
            found["with_a_line"] += times
            found["against"] += times * (option != line)
        if lists_absent and option in (*VOTED, "present_not_voting"):
            found["attended"] += times
        if lists_absent and option in ("absent", "absent_excused"):
            found["missed"] += times
    return found


def share(part: int, whole: int) -> float | None:
    """A share, or None where it would be one of too few."""
    return part / whole if whole >= LEAST_SHARED else None
