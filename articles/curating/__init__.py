"""What editors do to authority records: merge, split and rename them, and undo that.

Each act is one transaction and leaves a Curation: what was done, and every row it wrote over, as it was.
"""

from articles.curating.merging import MOST_MERGED, merge
from articles.curating.preview import Preview, preview
from articles.curating.refused import Refused
from articles.curating.renaming import redirect, rename
from articles.curating.splitting import articles_of, split
from articles.curating.undoing import can_be_undone, undo

__all__ = [
    "MOST_MERGED",
    "Preview",
    "Refused",
    "articles_of",
    "can_be_undone",
    "merge",
    "preview",
    "redirect",
    "rename",
    "split",
    "undo",
]
