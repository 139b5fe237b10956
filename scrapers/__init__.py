"""From official sources to records: the archive, the pages, the spiders and the `ottawa` command."""
