"""UNODA's treaties database, which answers questions in GraphQL."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from db.records import TreatyAction, TreatyActionKind, TreatyPage
from db.states import UnknownStateError, expect_state
from scrapers.pages import Answer, PageError, read_json
from scrapers.treaties.cells import ISO, day_of
from scrapers.treaties.followed import FOLLOWED, Followed, expect_title
from scrapers.treaties.following import key_of
from scrapers.treaties.tables import state_of

PLACE = "unoda"

QUESTION = """query Treaty($input: TreatyRequestInput_) { treaty_(input: $input) {
... on ReadResponse { data { ... on Treaty_ { id short_name name full_name count_sig_states
count_states_parties actions_ { id date note type action_type_ state { name country_ { country_persistent_name
country_country_name { countryname_country_code_2 countryname_official_short_name } } }
objections_ { date note state { name country_ { country_persistent_name
country_country_name { countryname_country_code_2 countryname_official_short_name } } } } } } } } } }"""

ACTIONS: dict[str, TreatyActionKind] = {
    "Signatory": "signature",
    "Ratification": "ratification",
    "Acceptance": "acceptance",
    "Approval": "approval",
    "Accession": "accession",
    "Succession": "succession",
    "Consent to be bound": "consent to be bound",
    "Withdrawal": "withdrawal",
}


class CountryName(Struct):
    """How the portal names a country."""

    countryname_country_code_2: str | None = None
    countryname_official_short_name: str | None = None


class Country(Struct):
    """A country of the portal."""

    country_persistent_name: str | None = None
    country_country_name: CountryName | None = None


class StateWire(Struct):
    """A state as an action names it."""

    name: str | None = None
    country_: Country | None = None


class Objection(Struct):
    """Who objected to an action."""

    date: str | None
    state: StateWire
    note: str | None = None


class Action(Struct):
    """One action of one state."""

    id: int | str
    date: str | None
    action_type_: str
    state: StateWire
    note: str | None = None
    objections_: list[Objection] | None = None


class TreatyWire(Struct):
    """A treaty with its actions."""

    short_name: str
    name: str
    actions_: list[Action]
    full_name: str | None = None
    count_sig_states: int | None = None
    count_states_parties: int | None = None


class Read(Struct):
    """What was read: nothing, if there is no treaty of the name that was asked for."""

    data: TreatyWire | None = None


class Data(Struct):
    """The answer to the one question."""

    treaty_: Read | None = None


class Envelope(Struct):
    """What comes back, also where the question was not understood."""

    data: Data | None = None
    errors: list[msgspec.Raw] | None = None


def question(short_name: str) -> bytes:
    """The body of the request for a treaty."""
    variables = {"input": {"id": None, "short_name": short_name, "type": "GET_TREATY"}}
    return json.dumps({"operationName": "Treaty", "variables": variables, "query": QUESTION}).encode()


def asked_for(answer: Answer) -> tuple[Followed, str]:
    """The treaty that the request meant, and the name by which it asked.

    Raises:
        PageError: The request was none of ours.
    """
    try:
        name = json.loads(answer.request_body)["variables"]["input"]["short_name"]
    except (ValueError, KeyError, TypeError) as error:
        raise PageError(answer, "request", "asks for no treaty by its name") from error
    for treaty in FOLLOWED:
        if name in treaty.short_names:
            return treaty, name
    raise PageError(answer, "request", f"{name!r} is none of the treaties that are followed")


def next_name(answer: Answer) -> str | None:
    """The name to try next, where the treaty is not known by this one.

    Raises:
        PageError: The answer cannot be read.
    """
    treaty, name = asked_for(answer)
    later = treaty.short_names[treaty.short_names.index(name) + 1 :]
    return None if _treaty(answer) is not None or not later else later[0]


def read_treaty(answer: Answer) -> Iterator[TreatyPage]:
    """The actions with the objections to them, and the portal's own count.

    Raises:
        PageError: No name of the treaty is known there, or an action, a state or a day is not known here.
    """
    treaty, name = asked_for(answer)
    found = _treaty(answer)
    if found is None:
        if name == treaty.short_names[-1]:
            raise PageError(answer, "data.treaty_.data", f"none is called {', '.join(treaty.short_names)}")
        return
    expect_title(answer, "full_name", found.full_name or found.name, treaty)
    if not found.actions_:
        raise PageError(answer, "actions_", "none")
    actions = [act for action in found.actions_ for act in _actions(answer, treaty, action)]
    yield TreatyPage(
        treaty=treaty.key,
        place=PLACE,
        actions=tuple({action.key: action for action in actions}.values()),
        parties=found.count_states_parties,
        signatories=found.count_sig_states,
    )


def _treaty(answer: Answer) -> TreatyWire | None:
    found = read_json(answer, Envelope)
    if found.errors or found.data is None:
        errors = b", ".join(bytes(error) for error in found.errors or [])
        raise PageError(answer, "errors", errors.decode()[:300] or "no data")
    return None if found.data.treaty_ is None else found.data.treaty_.data


def _actions(answer: Answer, treaty: Followed, action: Action) -> Iterator[TreatyAction]:
    element = f"action {action.id}"
    kind = ACTIONS.get(action.action_type_)
    if kind is None:
        raise PageError(answer, element, f"action_type_ {action.action_type_!r} is not known")
    state, name = _state(answer, action.state)
    date = _date(answer, element, action.date)
    yield TreatyAction(
        key=key_of(treaty.key, state, kind, date, PLACE),
        treaty=treaty.key,
        state=state,
        action=kind,
        date=date,
        label=action.action_type_,
        name=name,
        note=action.note or None,
    )
    for objection in action.objections_ or ():
        yield _objection(answer, treaty, state, objection)


def _objection(answer: Answer, treaty: Followed, target: str, objection: Objection) -> TreatyAction:
    state, name = _state(answer, objection.state)
    date = _date(answer, f"objection of {name}", objection.date)
    return TreatyAction(
        key=key_of(treaty.key, f"{state}-to-{target}", "objection", date, PLACE),
        treaty=treaty.key,
        state=state,
        action="objection",
        target=target,
        date=date,
        name=name,
        note=objection.note or None,
    )


def _state(answer: Answer, wire: StateWire) -> tuple[str, str]:
    """The state by its code, else by its name: the code may be missing, or `XX`."""
    country = wire.country_ or Country()
    known = country.country_country_name or CountryName()
    name = wire.name or known.countryname_official_short_name or country.country_persistent_name
    if not name:
        raise PageError(answer, "state", "has no name")
    code = (known.countryname_country_code_2 or "").lower()
    try:
        expect_state(code)
    except UnknownStateError:
        return state_of(answer, name), name
    return code, name


def _date(answer: Answer, element: str, text: str | None) -> dt.date:
    found = day_of(answer, element, text or "", ISO)
    if found is None:
        raise PageError(answer, element, "no date")
    return found
