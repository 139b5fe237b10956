"""The settings of a node of Scrapyd, with port `REROUTED_PORT` of this machine in place of the network."""

import os

from rerouting import rerouting

from scrapers.node import *  # noqa: F403  all of them, and these

globals().update(rerouting(int(os.environ["REROUTED_PORT"])))
