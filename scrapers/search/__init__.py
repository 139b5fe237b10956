"""What the site's search asks the index, and how what it found is shown."""
