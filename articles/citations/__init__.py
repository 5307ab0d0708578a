"""An article as a bibliography cites it, as text to copy: APA 7, Chicago 18, MLA 9.

All three cite it as an article on a newspaper's website, under the archive's permalink. Headlines keep the capitals they
were printed with: which of their words are names can't be told, so none is changed to APA's sentence case or the title
case of the others. Text has no italics. Sections are left out, as the manuals allow for what is read on a screen.
"""

from articles.citations.styles import apa, chicago, mla
from articles.citations.words import one_line

__all__ = ["STYLES", "apa", "chicago", "mla", "one_line"]

STYLES = (("apa", "APA", apa), ("chicago", "Chicago", chicago), ("mla", "MLA", mla))
"""Name, label, and what writes the citation of an article, in the order in which readers are offered them."""
