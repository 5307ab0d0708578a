"""The search language by example: every one of them runs on the sample archive, and the help page shows them."""

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Example:
    """A list of articles, and what it asks. `parameters` are those of its URL."""

    means: str
    parameters: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """What is typed in the search box, or the filters as the URL writes them."""
        return dict(self.parameters).get("q") or urlencode(self.parameters).replace("+", " ")

    @property
    def query(self) -> str:
        """The parameters as the URL writes them."""
        return urlencode(self.parameters)


def typed(text: str, means: str) -> Example:
    """Return an example that is typed in the search box."""
    return Example(means, (("q", text),))


EXAMPLES: tuple[tuple[str, tuple[Example, ...]], ...] = (
    (
        "Words",
        (
            typed("recusal", "the word in any form, recused and recusals among them; accents and capitals make no difference"),
            typed('"recused"', "exactly this form: quotation marks around a single word"),
            typed("subpoena testimony", "both words, anywhere in the article"),
            typed("subpoena OR testimony", "one of them at least; OR is written in capitals and binds what stands beside it"),
            typed("sessions -comey", "the first without the second"),
            typed("(subpoena OR testimony) senate", "parentheses say what belongs together"),
            typed("immigra*", "any word that begins so"),
        ),
    ),
    (
        "Phrases and nearness",
        (
            typed('"attorney general"', "the words side by side, as they are written"),
            typed('"Comey Sessions"~8', "as they are written, at most eight words apart, in either order"),
            typed("comey w/5 testified", "in any form, at most five words apart"),
            typed("first50:senate", "among the first fifty words of the text"),
            typed("atleast3:committee", "said at least three times"),
        ),
    ),
    (
        "Fields",
        (
            typed("headline:(comey OR sessions)", "in the headline; also standfirst:, body: and by:"),
            typed("by:Whitfield", "in the byline as it was printed"),
            typed('person:"AG Sessions" -person:"James Comey"', "the first person and not the second; other names will do"),
            typed("topic:immigration section:justice", "narrower topics included; likewise publication:, language:"),
            typed("words:>500", "longer than five hundred words; also words:<300 and words:300..500"),
        ),
    ),
    (
        "What was said, and of whom",
        (
        typed(
            'said:"future investigations"',
            "within a quotation, whoever said it; also said:investigat* and said:(briefed w/9 information)",
        ),
        typed("speaker:sessions", "someone of that name is quoted; also quoting:"),
        typed('speaker:sessions said:"future investigations"', "the words are that speaker’s own"),
        typed('about:"Jeff Sessions"', "mainly about the person, not only naming him"),
        ),
    ),
    (
        "Dates",
        (
            typed("mueller on:2017-06", "in June 2017; a year or a day will do as well"),
            typed("mueller after:2017-06-09 before:2018", "after that day and before that year"),
        ),
    ),
    (
        "Filters, in the address",
        (
            Example(
                "both people, not this topic, from June 2017 on, the oldest first",
                (
                    ("person", "james-comey"),
                    ("person", "jeff-sessions"),
                    ("-topic", "immigration"),
                    ("from", "2017-06"),
                    ("sort", "oldest"),
                ),
            ),
        ),
    ),
)  # fmt: skip
HABITS = (
    ("AND NOT, NOT, !", "-"),
    ("near5, near/5, adj5, /5", "w/5"),
    ("/s, w/s", "w/15, for the same sentence"),
    ("/p, w/p", "w/50, for the same paragraph"),
    ("hd=, intitle:", "headline:"),
    ("by=, author:", "by:"),
    ("word!", "word*"),
    ("Trump’s, l’élection", "the word alone: Trump, élection"),
    ("since:, until:", "from that day on, up to that day"),
)
"""What other archives and search engines write, and what it becomes here."""
