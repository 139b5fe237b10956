"""The `ottawa` command with the invented states beside the real ones."""

from invented_states import know_invented_states

from db import states

know_invented_states()
states.states.cache_clear()
states.state_names.cache_clear()

if __name__ == "__main__":
    from scrapers.cli import main

    main()
