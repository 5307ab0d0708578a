"""The whole archive as one file, out and in.

The file is a zip. For each table of `tables.TABLES` it has a member of JSON Lines, a record a line, in the order in which
the records were made; under `files/` the files of the archive; and last `manifest.json`, which says what the file is and
names each member with its size, its SHA-256 (of what is packed, not of the packing) and the number of its records.

- A record has the table's columns, in their order. What an article is tagged with, and where else it was found, stands in
  the article's record.
- Records name one another as the archive's addresses do: by slug, an article by its date and slug, an import by its key.
  No number of a database is in the file, nor anything else of the database it came from.
- Texts are as they are stored. Moments are UTC, to the microsecond. What follows from the rest is not in the file:
  keys of names and addresses, fingerprints. Nor are accounts, sessions and logs, nor on which machine an import ran.
- The same archive gives the same file, to the byte, on either database. (Another version of zlib may pack otherwise;
  the hashes are the same.)
- A file of one year holds its articles and all that they name. A copy of an article of another year is no copy there,
  an import has the problems with the year's articles alone, and there are no feeds and no files.

Whatever such a file holds, it is read as if a stranger had made it.
"""
