"""A database of an invented country: its chambers, members and votes are nobody's."""

FACTIONS = {"Blue": range(1, 6), "Green": range(6, 10), "Red": range(10, 13)}
LABELS = {
    "yes": "Aye",
    "no": "Nay",
    "abstain": "Blank",
    "present_not_voting": "Silent",
    "absent": "Away",
    "absent_excused": "Away with leave",
    "choice": "Valid",
}
FINAL = ["yes"] * 4 + [
    "no",
    "yes",
    "abstain",
    "abstain",
    "present_not_voting",
    "no",
    "absent",
    "absent_excused",
]
NOWHERE, ELSEWHERE = "xa-assembly", "xb-council"
DOSSIER = {"origin": "dossier", "response_id": None, "dossier_entry_id": 1}
PUBLIC = "https://assembly.example"


class Builder:
    """Inserts rows that look as if they had been read from the assembly's second answer."""

    def __init__(self, connection):
        self.connection = connection

    def row(self, table, **columns):
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"
        return self.connection.execute(sql, list(columns.values())).lastrowid

    def sourced(self, table, **columns):
        source = {"origin": "live", "source_url": f"{PUBLIC}/votes/1", "response_id": 2}
        return self.row(table, **{**source, **columns})

    def vote(self, key, **columns):
        usual = {
            "chamber": NOWHERE,
            "term": "xa-1",
            "date": "2025-03-01",
            "title": f"On {key}",
            "is_final": 0,
            "is_annulled": 0,
            "method": "electronic",
            "ballots_status": "published",
        }
        return self.sourced("votes", key=key, **{**usual, **columns})

    def ballots(self, vote_id, options, withdrawn_at=None):
        for person_id, option in options.items():
            self.row(
                "vote_ballots",
                vote_id=vote_id,
                person_id=person_id,
                name_id=person_id,
                faction_id=next(
                    number for number, members in enumerate(FACTIONS.values(), 1) if person_id in members
                ),
                label_id=list(LABELS).index(option) + 1,
                withdrawn_at=withdrawn_at,
            )
        self.connection.execute("INSERT OR IGNORE INTO measure_pending VALUES ('vote', ?)", [vote_id])


def figures(prefix, *values):
    names = ("yes", "no", "abstain", "present_not_voting", "absent")
    return {f"{prefix}_{name}": value for name, value in zip(names, values, strict=True)}


def add_reference(build):
    for key, chamber, country in (("xa", NOWHERE, "Nowhere"), ("xb", ELSEWHERE, "Elsewhere")):
        build.row("countries", key=key, name=country)
        name = f"Chamber of {country}"
        build.row(
            "chambers",
            key=chamber,
            country=key,
            name=f"Domus {country}",
            name_en=name,
            seats=12,
            timezone="Europe/Warsaw",
        )
        build.row("terms", key=f"{key}-1", chamber=chamber, label="1")
        credit = {"licence": f"{country} open licence", "attribution": f"Credit: {country}"}
        build.row(
            "sources", key=f"{key}-api", country=key, name=f"Records of {country}", url=PUBLIC, **credit
        )
    for page, evidence in (("vote", "proven"), ("bill", "constructed")):
        key = f"xa-api.{page}"
        build.row(
            "parsers", key=key, source="xa-api", page=page, evidence=evidence, description=f"One {page}"
        )


def add_provenance(build):
    sample = {"spider": "nowhere", "mode": "sample", "state": "ok", "responses": 1, "rows_written": 40}
    live = {
        "spider": "nowhere",
        "mode": "live",
        "state": "quarantined",
        "reason": "1 answer set aside",
        "requests": 3,
        "responses": 2,
        "unchanged": 1,
        "bytes": 4567,
    }
    for number, run in enumerate((sample, live), 1):
        started, finished = f"2025-03-0{number}T04:00:00.000+00:00", f"2025-03-0{number}T04:01:00.000+00:00"
        build.row("runs", started_at=started, finished_at=finished, **run)
    problem = {"state": "quarantined", "url": f"{PUBLIC}/votes/9", "reason": "votes: missing"}
    build.row("run_problems", run_id=2, found_at="2025-03-02T04:00:30.000+00:00", **problem)
    for run, origin, state in ((1, "sample", "stored"), (2, "live", "stored"), (2, "live", "quarantined")):
        build.row(
            "responses",
            source="xa-api",
            page="vote",
            url=f"{PUBLIC}/votes/1",
            method="GET",
            fingerprint="f1",
            fetched_at=f"2025-03-0{run}T04:00:10.000+00:00",
            status=200,
            content_type="application/json",
            sha256=f"{run}" * 64,
            size=100,
            origin=origin,
            state=state,
            reason="votes: missing" if state == "quarantined" else None,
            run_id=run,
        )
    entry = {"source_url": "https://gazette.example/1", "source_name": "Gazette of Elsewhere"}
    build.row("dossier_entries", key="council-vote", confidence="single source", note="Tally only", **entry)


def add_people(build):
    for label, members in FACTIONS.items():
        faction = build.sourced(
            "factions",
            key=f"xa-{label}",
            chamber=NOWHERE,
            label=label,
            name=f"The {label} Faction",
            is_stated=1,
        )
        for number in members:
            name = {"given_name": "Member", "family_name": f"{number:03}"}
            key = f"member-{number:03}"
            person = build.sourced("persons", key=key, name=f"Member {number:03}", is_stated=1, **name)
            build.row("person_names", person_id=person, own_id=person, folded_name=key, **name)
            seat = {
                "person_id": person,
                "own_id": person,
                "chamber": NOWHERE,
                "faction_id": faction,
                "is_active": 1,
            }
            build.sourced("memberships", key=f"{key}-{label}", **seat)
    for option, label in LABELS.items():
        rule = "no button pressed though present" if option == "present_not_voting" else None
        basis = "derived" if rule else "stated"
        build.row("ballot_labels", chamber=NOWHERE, label=label, option=option, basis=basis, rule=rule)


def add_bills(build):
    build.sourced(
        "bills",
        key="xa-bill-1",
        chamber=NOWHERE,
        term="xa-1",
        number="1/2025",
        title="Lex de nihilo",
        title_en="Bill on Nothing",
        submitted_on="2025-01-01",
        is_tracked=1,
        is_stated=1,
    )
    named = {"chamber": ELSEWHERE, "number": "2/2025", "title": "Bill named in passing"}
    build.sourced(
        "bills",
        key="xb-bill-2",
        is_stated=0,
        origin="sample",
        response_id=1,
        **named,
    )
    steps = (
        ("submission", "Datum", "2025-01-01", "month", None, None),
        ("third reading", "Lectio tertia", "2025-03-01", "day", "xa-1-1", None),
        ("signature", "Signatum", None, "day", "xa-9-9", "2025-03-02T04:00:10.000+00:00"),
    )
    for position, (kind, label, date, precision, vote, withdrawn) in enumerate(steps, 1):
        build.sourced(
            "stages",
            key=f"xa-bill-1-{position}",
            bill_key="xa-bill-1",
            position=position,
            kind=kind,
            label=label,
            date=date,
            date_precision=precision,
            vote_key=vote,
            withdrawn_at=withdrawn,
        )
    paper = {"chamber": NOWHERE, "term": "xa-1", "number": "7", "title": "Report on Nothing"}
    build.sourced("documents", key="xa-paper-7", url=f"{PUBLIC}/papers/7", **paper)
    build.row("bill_documents", bill_key="xa-bill-1", document="7")


def add_final_vote(build):
    vote = build.vote(
        "xa-1-1",
        title="De nihilo",
        title_en="The whole Bill on Nothing",
        time="2025-03-01T23:30:00.000+00:00",
        number=1,
        bill_key="xa-bill-1",
        is_final=1,
        meaning_of_yes="for the bill",
        majority="simple",
        threshold=3,
        threshold_base="those voting yes or no",
        outcome="passed",
        url=f"{PUBLIC}/page/1",
        **figures("declared", 5, 2, 2, None, 2),
        **figures("counted", 5, 2, 2, 1, 2),
    )
    build.ballots(vote, dict(enumerate(FINAL, 1)))
    build.row("vote_bills", vote_id=vote, bill_id=1, basis="derived")
    build.row("vote_documents", vote_id=vote, document="7")
    minutes = {"vote_key": "xa-1-1", "place": "the minutes", "source_url": f"{PUBLIC}/minutes"}
    build.sourced("tally_reports", key="xa-1-1-in-the-minutes", yes=6, no=2, **minutes)
    expected = {"key": "xa-1-1-ballots", "subject_key": "xa-1-1", "what": "ballots", "expected": 12}
    build.sourced("expectations", **expected)
    seen = {"response_id": 2, "seen_at": "2025-03-02T04:00:10.000+00:00"}
    ballot = {"table_name": "ballots", "row_key": "xa-1-1/member-005", "column_name": "ballot"}
    build.row("revisions", old_value="Aye (Blue)", new_value="Nay (Blue)", **ballot, **seen)
    title = {"table_name": "votes", "row_key": "xa-1-1", "column_name": "title"}
    build.row("revisions", old_value="De nihil", new_value="De nihilo", **title, **seen)
    stage = {"table_name": "stages", "row_key": "xa-bill-1-2", "column_name": "label"}
    build.row("revisions", old_value=None, new_value="Lectio tertia", **stage, **seen)
    # Its key begins like that of the vote, and it is another vote's.
    other = {**title, "row_key": "xa-1-10"}
    build.row("revisions", old_value="Somebody else's", new_value="Another's", **other, **seen)


def add_other_votes(build):
    disputed = build.vote(
        "xa-1-2", number=2, **figures("declared", 1, 3, 0, None, None), **figures("counted", 1, 2, 0, 0, 0)
    )
    build.ballots(disputed, {1: "yes", 10: "no", 11: "no"})
    build.ballots(disputed, {12: "no"}, withdrawn_at="2025-03-02T04:00:10.000+00:00")
    election = build.vote(
        "xa-1-3", number=3, meaning_of_yes="for the candidate", **figures("counted", 0, 0, 0, 0, 0)
    )
    build.ballots(election, {1: "choice", 6: "choice"})
    for number, name in enumerate(("CANDIDATE A", "CANDIDATE B"), 1):
        build.row("vote_choices", vote_id=election, number=number, label=name, votes=3 - number)
    for person, number, option in ((1, 1, "yes"), (1, 2, "no"), (6, 2, "yes")):
        build.row("ballot_choices", vote_id=election, person_id=person, number=number, option=option)
    quorum = {"meaning_of_yes": "quorum check", "outcome": "no decision", "outcome_label": "Adsunt"}
    present = build.vote("xa-1-4", number=4, **quorum, **figures("counted", 1, 0, 0, 0, 0))
    build.ballots(present, {1: "yes"})


def add_votes_without_all_ballots(build):
    there = {"chamber": ELSEWHERE, "term": "xb-1"}
    some = build.vote(
        "xb-1-1",
        ballots_status="partial",
        outcome="passed",
        **there,
        **figures("declared", 7, 1, None, None, 4),
    )
    build.ballots(some, {12: "no"})
    tally = figures("declared", 7, 2, None, None, None)
    build.vote("xb-1-2", ballots_status="not_collected", **there, **DOSSIER, **tally)
    build.vote("xb-1-3", ballots_status="not_published", method="show_of_hands", is_annulled=1, **there)
    build.vote("xb-1-4", ballots_status="secret", method="secret", **there)
    build.vote("xb-1-5", ballots_status="consensus", method="consensus", **there)


def add_debate(build):
    place = {"chamber": NOWHERE, "term": "xa-1", "sitting_key": "xa-sitting-1"}
    build.sourced(
        "sittings", key="xa-sitting-1", chamber=NOWHERE, term="xa-1", start_date="2025-03-01", is_stated=1
    )
    build.sourced("agenda_items", key="xa-item-1", position=1, number="4", title="De nihilo", **place)
    build.row("agenda_item_bills", item_key="xa-item-1", bill_key="xa-bill-1")
    build.row("agenda_item_votes", item_key="xa-item-1", vote_key="xa-1-1")
    usual = {"item_key": "xa-item-1", "bill_key": "xa-bill-1", "date": "2025-03-01", **place}
    turns = (
        ("The Chair", "chair", None, "Order."),
        ("Minister of Nothing Member 007", "minister", 7, "Nihil <script>alert(1)</script> est."),
        ("Member 010", "member", 10, None),
    )
    for number, (speaker, capacity, person, text) in enumerate(turns, 1):
        method = {"person_method": "identifier", "person_confidence": "official"} if person else {}
        build.sourced(
            "speeches",
            key=f"xa-turn-{number}",
            position=number,
            speaker=speaker,
            capacity=capacity,
            person_id=person,
            text=text,
            language="la",
            is_unspoken=int(capacity == "member"),
            url=f"{PUBLIC}/debates/1#{number}",
            **method,
            **usual,
        )
    said = {"vote_key": "xa-1-1", "option": "no", "label": "I meant no"}
    build.sourced("ballot_corrections", key="xa-correction-1", speech_key="xa-turn-3", **said)


def add_statements(build):
    usual = {"date_precision": "day", "language": "la"}
    joint = build.sourced(
        "statements",
        key="joint-1",
        date="2025-01-15",
        channel="joint statement",
        gist="Two ministers propose to do nothing.",
        stance="for",
        treaty="apmbc",
        url="https://ministry.example/joint",
        **usual,
        **DOSSIER,
    )
    release = build.sourced(
        "statements",
        key="xb-1",
        country="xb",
        date="2025-02-01",
        channel="press release",
        title="De <nihilo>",
        text="Nihil <script>alert(1)</script>.",
        url="https://ministry.example/release",
        **{**usual, "date_precision": "month"},
    )
    signed = (
        (joint, 1, "Member 007", 7, "Minister of Nothing", "xa"),
        (joint, 2, "Somebody", None, "Minister of Something", "xb"),
        (release, 1, "Ministry of Something", None, None, "xb"),
    )
    for statement, position, name, person, office, country in signed:
        build.row(
            "statement_signatories",
            statement_id=statement,
            position=position,
            name=name,
            person_id=person,
            office=office,
            country=country,
        )
    given = {"subject_key": "joint-1", "tag": "cost", "basis": "curated", "rule": "", "words": ""}
    build.row("tags", scheme="argument", **given)
    change = {"table_name": "statements", "row_key": "xb-1", "column_name": "title", "response_id": 2}
    build.row("revisions", old_value="De nihil", new_value="De <nihilo>", seen_at="2025-03-02", **change)
    post = {"country": "xa", "person_id": 7, "kind": "minister of defence", "title": "Minister of Nothing"}
    until = {"start_precision": "day", "end_date": "2025-02-01", "end_precision": "month"}
    build.sourced("offices", key="xa-nothing", start_date="2025-01-10", **until, **post, **DOSSIER)


def add_treaty(build):
    """The treaty on nothing: Nowhere leaves it, and Elsewhere stays."""
    for key, name in (("xa", "Nowhere"), ("xb", "Elsewhere"), ("xq", "Quiet")):
        build.row("states", key=key, name=name)
    rules = {"joining_months": 6, "joining_from": "same day", "joining_rule": "six months after it"}
    leaving = {"withdrawal_months": 6, "withdrawal_rule": "six months on", "withdrawal_article": "Article 9"}
    days = {"adopted_on": "2000-01-01", "opened_on": "2000-02-01", "in_force_on": "2001-01-01"}
    names = {"name": "Treaty on Nothing", "short_name": "Nothing treaty", "mtdsg_no": "XX-1"}
    build.sourced("treaties", key="apmbc", **names, **days, **rules, **leaving, **DOSSIER)
    for state, action, date in (
        ("xa", "ratification", "2002-03-04"),
        ("xb", "accession", "2003-03-04"),
        ("xa", "withdrawal", "2025-03-31"),
    ):
        told = {"treaty": "apmbc", "state": state, "action": action, "date": date, "date_precision": "day"}
        key = f"apmbc-{state}-{action}"
        build.sourced("told_actions", key=key, is_bracketed=0, place="The depositary", **told)


def add_timeline(build):
    build.sourced("bill_treaties", key="xa-bill-1", treaty="apmbc", **DOSSIER)
    event = {"country": "xa", "date": "2025-02-01", "date_precision": "month", "kind": "consultation"}
    said = {"title": "Nobody is asked", "actor": "A committee", "actor_kind": "parliament"}
    build.sourced("events", key="xa-asked", treaty="apmbc", bill_key="xa-bill-1", **event, **said, **DOSSIER)
    rows = """SELECT date, date_precision, state, kind, title, actor, tally AS detail, NULL AS figure, page,
    origin, confidence, source_url
FROM timeline WHERE state = 'xa' AND date <= :as_of ORDER BY date"""
    claims = (
        ("1", "treaty", "Nowhere has left.", rows),
        ("2", "opinion", "Nobody minds.", f"SELECT * FROM ({rows}) WHERE kind = 'nothing'"),
    )
    for position, (number, kind, claim, query) in enumerate(claims, 1):
        sentence = f"WITH found AS ({query}) SELECT count(*) || ' rows, to 2025-03-31' AS finding FROM found"
        build.row(
            "claims",
            number=number,
            position=position,
            kind=kind,
            claim=claim,
            settled_by="Some rows.",
            as_of="2025-03-01",
            query=query,
            finding_query=sentence,
        )


def furnish(connection):
    build = Builder(connection)
    add_reference(build)
    add_provenance(build)
    add_people(build)
    add_bills(build)
    add_final_vote(build)
    add_other_votes(build)
    add_votes_without_all_ballots(build)
    add_debate(build)
    add_statements(build)
    add_treaty(build)
    add_timeline(build)
    finding = {"invariant": "a", "severity": "notice", "explanation": "b", "message": "c"}
    rule = {"name": "a_b", "severity": "notice", "explanation": "A is b", "query": "SELECT 'a', 'not b'"}
    build.row("invariants", **rule)
    build.row("findings", subject_key="xa-1-1", found_at="2025-03-02T05:00:00.000+00:00", **finding)
