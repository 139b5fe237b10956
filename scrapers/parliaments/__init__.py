"""One folder a parliament: its descriptor, its pages, its spider."""
