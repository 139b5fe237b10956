"""The states that can be party to a treaty, and the names under which sources print them. Reviewed data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from db.records import State, StateName
from db.slugs import slugify


class UnknownStateError(Exception):
    """A name or code is in no line of the reviewed file."""


@cache
def states() -> tuple[State, ...]:
    """Every state, by the alphabet of their codes."""
    return tuple(State(key=code, name=names[0]) for code, names in _lines().items())


@cache
def state_names() -> tuple[StateName, ...]:
    """Every printed name with the state that it means."""
    return tuple(StateName(key=name, state=code) for code, names in _lines().items() for name in names)


def state_called(name: str) -> str:
    """The key of the state that is printed under this name.

    Raises:
        UnknownStateError: The reviewed file has no such name.
    """
    found = _by_name().get(fold(name))
    if found is None:
        raise UnknownStateError(f"{name!r} is no name of a state in db/states.yaml")
    return found


def fold(name: str) -> str:
    """A name as names of states are compared: without case, accents and punctuation."""
    return slugify(name.replace("\u2019", "'"))


def expect_state(key: str) -> None:
    """Make sure that there is a state of this key.

    Raises:
        UnknownStateError: There is none.
    """
    if key not in _lines():
        raise UnknownStateError(f"{key!r} is no state in db/states.yaml")


@cache
def _lines() -> dict[str, list[str]]:
    text = files("db").joinpath("states.yaml").read_text(encoding="utf-8")
    found: dict[str, list[str]] = yaml.load(text, yaml.CSafeLoader)
    return found


@cache
def _by_name() -> dict[str, str]:
    return {fold(name.key): name.state for name in state_names()}
