"""The elements and attributes of an article's body, and which element stands in which."""

HEADINGS = frozenset({"h2", "h3", "h4"})
INLINE = frozenset({"a", "abbr", "b", "br", "cite", "code", "em", "i", "q", "strong", "sub", "sup"})
LISTS = frozenset({"ul", "ol", "dl"})
VOID = frozenset({"br", "hr"})
ELEMENTS = HEADINGS | INLINE | LISTS | {
    "p", "li", "dt", "dd", "blockquote", "figure", "figcaption", "pre", "hr", "table", "caption", "thead",
    "tbody", "tr", "td", "th",
}  # fmt: skip

ATTRIBUTES = {
    "a": frozenset({"href", "title"}),
    "abbr": frozenset({"title"}),
    "blockquote": frozenset({"cite"}),
    "q": frozenset({"cite"}),
    "td": frozenset({"colspan", "rowspan", "scope"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
}
ATTRIBUTES_OF_ALL = frozenset({"lang", "dir"})
REL = "nofollow noopener"
"""Of every link; given by the cleaner, not by the source."""

WRAPPER = "div"
"""Stands for every element that only groups others: it gives way to what it holds."""

_WRAPPERS = {
    "address", "article", "aside", "body", "center", "details", "dialog", "div", "fieldset", "footer", "form",
    "header", "hgroup", "main", "nav", "section", "summary",
}  # fmt: skip
RENAMED = {"h1": "h2", "h5": "h4", "h6": "h4", "image": "img"} | dict.fromkeys(_WRAPPERS, WRAPPER)

CELLS = frozenset({"td", "th", "caption", "table"})
"""Where a look outwards for an open element ends."""

_ITEMS = frozenset({"dt", "dd"})
_ROWS_IN = frozenset({"table", "thead", "tbody"})
SIBLINGS = {
    "a": (frozenset({"a"}), CELLS),
    "li": (frozenset({"li"}), CELLS | LISTS),
    **dict.fromkeys(_ITEMS, (_ITEMS, CELLS | LISTS)),
    **dict.fromkeys(HEADINGS, (HEADINGS, CELLS | LISTS)),
}
"""Which open elements a start tag ends, and those beyond which it does not look."""

TABLE_PARENTS = {
    **dict.fromkeys(("caption", "thead", "tbody"), frozenset({"table"})),
    "tr": _ROWS_IN,
    **dict.fromkeys(("td", "th"), _ROWS_IN | {"tr"}),
}
"""The elements in which the parts of a table stand."""

_FLOW = INLINE | HEADINGS | LISTS | {"p", "blockquote", "figure", "pre", "hr", "table"}
CHILDREN = {
    **dict.fromkeys(("", "blockquote", "li", "dd", "td", "th"), _FLOW),
    **dict.fromkeys(("p", "pre", "dt", "caption", "figcaption", *HEADINGS), INLINE),
    **{name: INLINE - {name} for name in INLINE - VOID},
    **dict.fromkeys(("ul", "ol"), frozenset({"li"})),
    "figure": _FLOW | {"figcaption"},
    "dl": frozenset({"dt", "dd"}),
    "table": frozenset({"caption", "thead", "tbody"}),
    **dict.fromkeys(("thead", "tbody"), frozenset({"tr"})),
    "tr": frozenset({"td", "th"}),
}
"""What may stand in an element for every HTML parser to read it as it is written; "" is the whole body."""

TEXTLESS = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tr"})
