"""Imported before the `ottawa` command, the invented states stand beside the real ones."""

from invented_states import know_invented_states

from db import states

know_invented_states()
states.states.cache_clear()
states.state_names.cache_clear()
