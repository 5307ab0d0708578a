"""A page of the archive itself as a bibliography cites it: by its name and address, with no day on which it was read.

What a page counts changes as the archive grows; who cites it adds the day, as their style has it.
"""

import re

from articles.citations.words import ended, line, quoted

_SCHEME = re.compile("^https?://")


def citations_of_page(title: str, archive: str, url: str) -> list[tuple[str, str]]:
    """Return a page's entry in each style with its label, in the order of `STYLES`.

    APA 7, 10.16 (a page of a site that is its own author); Chicago 18, 14.104; MLA 9, 5.24–5.27.
    """
    title, archive = line(title), line(archive)
    return [
        ("APA", f"{ended(archive)} (n.d.). {ended(title)} {url}"),
        ("Chicago", f"{ended(archive)} {quoted(title)} {url}."),
        ("MLA", f"{quoted(title)} {archive}, {_SCHEME.sub('', url)}."),
    ]
