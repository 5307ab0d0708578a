"""The project: settings, addresses and the ways to serve it."""
