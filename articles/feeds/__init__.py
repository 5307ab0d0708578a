"""Feeds kept up: what a publication announces is fetched when it is due, and taken in by `articles.ingest`.

`schedule` says which feeds are due and claims one, `following` fetches it and takes in what is new.
"""
