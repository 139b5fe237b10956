"""The database: its vocabulary, its schema, and everything that writes to it or checks it."""
