"""Words in quotation marks belong to whom a careful reader gives them, and to nobody where that can't be told."""

import re
import time
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.people.quotations import MOST, quotations

PEOPLE = {"Dana Whitfield": 1, "Whitfield": 1, "Marcus Bell": 2, "Bell": 2, "Ruth Okafor": 3, "Okafor": 3,
          "Theresa May": 4}  # fmt: skip
NAMES = re.compile("|".join(sorted(PEOPLE, key=len, reverse=True)))


@dataclass
class Place:
    person: int
    start: int
    end: int


def quoted(text):
    named = [Place(PEOPLE[match[0]], *match.span()) for match in NAMES.finditer(text)]
    return quotations(text, named)


def told(text):
    return [(quotation.words, quotation.verb, quotation.person) for quotation in quoted(text)]


ONE_SPEAKER = [
    # Behind the words.
    ("“The roof leaks,” Whitfield said.", "The roof leaks,", "said", 1),
    ("“The roof leaks,” said Whitfield.", "The roof leaks,", "said", 1),
    ("“The roof leaks,” said Dana Whitfield, who owns the house.", "The roof leaks,", "said", 1),
    ("“The roof leaks,” says Sen. Whitfield.", "The roof leaks,", "says", 1),
    ("“The roof leaks,” Gov. Dana Whitfield told reporters on Monday.", "The roof leaks,", "told", 1),
    ("“The roof leaks,” Whitfield told Bell.", "The roof leaks,", "told", 1),
    ("“The roof leaks,” Whitfield later said.", "The roof leaks,", "said", 1),
    ("“The roof leaks,” Whitfield has often said.", "The roof leaks,", "said", 1),
    ("“The roof leaks,” Whitfield quietly added.", "The roof leaks,", "added", 1),
    ("“Does the roof leak?” Whitfield asked.", "Does the roof leak?", "asked", 1),
    ("“Does the roof leak?” asked Whitfield.", "Does the roof leak?", "asked", 1),
    ("“Stop that leak!” shouted Whitfield.", "Stop that leak!", "shouted", 1),
    ("“The roof —” Whitfield began.", "The roof —", "began", 1),
    ("“The roof leaks…” Whitfield muttered.", "The roof leaks…", "muttered", 1),
    ("“The roof leaks,” according to Whitfield.", "The roof leaks,", "according to", 1),
    ("“The roof leaks,” as Whitfield put it.", "The roof leaks,", "put it", 1),
    ("“The roof leaks,” Whitfield went on.", "The roof leaks,", "went on", 1),
    ("“The roof leaks,” Whitfield (R-Ala.) said.", "The roof leaks,", "said", 1),
    ("“The roof leaks,” Whitfield, R-Ala., said.", "The roof leaks,", "said", 1),
    ("“The roof leaks,” Whitfield, a builder from Dayton, Ohio, said.", "The roof leaks,", "said", 1),
    ("“The roof leaks,” Whitfield, who had climbed it, said.", "The roof leaks,", "said", 1),
    ("“The roof leaks,” Whitfield, asked about it, replied.", "The roof leaks,", "replied", 1),
    ("“The roof leaks,” his lawyer, Dana Whitfield, said.", "The roof leaks,", "said", 1),
    ("“The roof leaks,” Attorney General Dana Whitfield wrote.", "The roof leaks,", "wrote", 1),
    ("“The roof leaks,” Secretary of State Dana Whitfield declared.", "The roof leaks,", "declared", 1),
    ("“The roof leaks,” tweeted then-Sen. Whitfield.", "The roof leaks,", "tweeted", 1),
    ("“The roof leaks,” said Bell lawyer Dana Whitfield.", "The roof leaks,", "said", 1),
    ("“The roof leaks,” Bell’s lawyer Dana Whitfield said.", "The roof leaks,", "said", 1),
    ("“The roof leaks,” Whitfield was quoted as saying.", "The roof leaks,", "saying", 1),
    ("“The roof leaks,” Whitfield warned the council.", "The roof leaks,", "warned", 1),
    ("“The roof leaks,” Whitfield testified.", "The roof leaks,", "testified", 1),
    ("“The roof leaks,” argues Whitfield in a letter to Bell.", "The roof leaks,", "argues", 1),
    ("“Never,” Whitfield said.", "Never,", "said", 1),
    ('"The roof leaks," Whitfield said.', "The roof leaks,", "said", 1),
    ("‘The roof leaks,’ Whitfield said.", "The roof leaks,", "said", 1),
    ("‘The roof leaks’, said Whitfield.", "The roof leaks", "said", 1),
    ("‘It isn’t the workers’ roof,’ Whitfield said.", "It isn’t the workers’ roof,", "said", 1),
    ("‘Bell told me “no roof” twice,’ Whitfield said.", "Bell told me “no roof” twice,", "said", 1),
    ("“Bell told me ‘no roof’ twice,” Whitfield said.", "Bell told me ‘no roof’ twice,", "said", 1),
    ("“I saw Bell there,” Whitfield said.", "I saw Bell there,", "said", 1),
    ("“The U.S. roof leaks,” Mr. Whitfield said.", "The U.S. roof leaks,", "said", 1),
    # Before the words.
    ("Whitfield said, “The roof leaks.”", "The roof leaks.", "said", 1),
    ("Whitfield said: “The roof leaks.”", "The roof leaks.", "said", 1),
    ("Whitfield told reporters, “The roof leaks.”", "The roof leaks.", "told", 1),
    ("Whitfield told Bell on Monday: “The roof leaks.”", "The roof leaks.", "told", 1),
    ("Whitfield said in a statement that “the roof leaks badly.”", "the roof leaks badly.", "said", 1),
    ("Whitfield said the roof was “a total loss.”", "a total loss.", "said", 1),
    ("Whitfield said the roof was “a total loss” for the town.", "a total loss", "said", 1),
    ("Whitfield, a builder, called the roof “a total loss.”", "a total loss.", "called", 1),
    ("Whitfield called it “shameful.”", "shameful.", "called", 1),
    ("Whitfield said, “No.”", "No.", "said", 1),
    ("Asked about the roof, Whitfield replied, “It leaks badly.”", "It leaks badly.", "replied", 1),
    ("Whitfield, asked if Bell had seen it, replied, “He did not.”", "He did not.", "replied", 1),
    ("When press secretary Dana Whitfield, asked about Bell, replied, “Not now.”", "Not now.", "replied", 1),
    ("Mayor Dana Whitfield has argued that “the roof can wait.”", "the roof can wait.", "argued", 1),
    ("According to Whitfield, “the roof leaks.”", "the roof leaks.", "according to", 1),
    ("According to Whitfield, the roof is “a total loss.”", "a total loss.", "according to", 1),
    ("As Whitfield put it, “The roof leaks.”", "The roof leaks.", "put it", 1),
    ("Said Whitfield: “The roof leaks.”", "The roof leaks.", "said", 1),
    ("Added Whitfield, “The roof leaks.”", "The roof leaks.", "added", 1),
    ("Whitfield: “The roof leaks.”", "The roof leaks.", "", 1),
    ("In Whitfield’s words, “the roof leaks.”", "the roof leaks.", "", 1),
    ("Whitfield’s answer: “The roof leaks.”", "The roof leaks.", "", 1),
    ("Whitfield praised the roof, calling it “a work of art.”", "a work of art.", "calling", 1),
    ("Whitfield inspected the roof and called it “a work of art.”", "a work of art.", "called", 1),
    ("Whitfield began by saying, “The roof leaks.”", "The roof leaks.", "saying", 1),
    ("Whitfield went on to say, “The roof leaks.”", "The roof leaks.", "say", 1),
    ("Whitfield was quoted as saying, “The roof leaks.”", "The roof leaks.", "saying", 1),
    ("Bell was there when Whitfield said, “The roof leaks.”", "The roof leaks.", "said", 1),
    ("Bell said Whitfield called the roof “a total loss.”", "a total loss.", "called", 1),
    ("Bell is wrong about what Whitfield called “a very old roof.”", "a very old roof.", "called", 1),
    (
        "Bell lives in what Whitfield, a rival, described as “a very old house.”",
        "a very old house.",
        "described",
        1,
    ),
    ("Whitfield said the proposed “big and costly roof” would leak.", "big and costly roof", "said", 1),
    ("The council has what Whitfield called a “bona fide roof” in the town.", "bona fide roof", "called", 1),
    ('Whitfield said, "The roof leaks."', "The roof leaks.", "said", 1),
    ("Whitfield said, ‘The roof leaks.’", "The roof leaks.", "said", 1),
    ("Whitfield said:\n“The roof leaks.”", "The roof leaks.", "said", 1),
    ("In 2016 Whitfield said, “The roof leaks.”", "The roof leaks.", "said", 1),
    ("Bell left and Whitfield said, “The roof leaks.”", "The roof leaks.", "said", 1),
    ("Whitfield, who told the council that “roofs leak,” left.", "roofs leak,", "told", 1),
    # At the end of the sentence.
    ("The roof is “a total loss for us” and the town, Whitfield said.", "a total loss for us", "said", 1),
    (
        "The roof is “a total loss for us” and the town, according to Whitfield.",
        "a total loss for us",
        "according to",
        1,
    ),
    ("The roof is “a total loss,” Whitfield said.", "a total loss,", "said", 1),
    # A pronoun.
    ("Whitfield spoke first. “The roof leaks,” he said.", "The roof leaks,", "said", 1),
    ("Whitfield spoke first.\n“The roof leaks,” she said.", "The roof leaks,", "said", 1),
    ("Whitfield spoke first. She said the roof was “a total loss.”", "a total loss.", "said", 1),
    ("On Monday, Whitfield spoke. He added, “The roof leaks.”", "The roof leaks.", "added", 1),
    ("Whitfield climbed down and she said, “The roof leaks.”", "The roof leaks.", "said", 1),
    ("When Whitfield climbed down, she said, “The roof leaks.”", "The roof leaks.", "said", 1),
    ("Bell left. Whitfield stayed. “The roof leaks,” he said.", "The roof leaks,", "said", 1),
    # Behind another clause, or words that only tell more of the name.
    ("Outgoing town clerk Whitfield said, “The roof leaks.”", "The roof leaks.", "said", 1),
    ("An angry Whitfield said, “The roof leaks.”", "The roof leaks.", "said", 1),
    ("A beaming Whitfield said, “The roof leaks.”", "The roof leaks.", "said", 1),
    ("In Ohio Whitfield said, “The roof leaks.”", "The roof leaks.", "said", 1),
    ("Then Whitfield said, “The roof leaks.”", "The roof leaks.", "said", 1),
    ("Last night Whitfield said, “The roof leaks.”", "The roof leaks.", "said", 1),
    ("Reporters said Whitfield called it “a total loss.”", "a total loss.", "called", 1),
    ("Bell wrote that Whitfield told him, “The roof leaks.”", "The roof leaks.", "told", 1),
    ("A roof Whitfield called “a total loss” fell.", "a total loss", "called", 1),
    ("Bell, who fined Whitfield, said, “The roof leaks.”", "The roof leaks.", "said", 2),
    ("Defending Bell, Whitfield said, “The roof leaks.”", "The roof leaks.", "said", 1),
    ("The council left and Whitfield said, “The roof leaks.”", "The roof leaks.", "said", 1),
    ("“The roof leaks,” Whitfield did say.", "The roof leaks,", "say", 1),
    ("‘We’ll mend the workers’ roof,’ said Whitfield.", "We’ll mend the workers’ roof,", "said", 1),
    ("Whitfield said: ‘The roof leaks. The workers’ roof won’t.’", "The roof leaks. The workers’ roof won’t.", "said", 1),
    ("“The roof leaks,” Theresa May said.", "The roof leaks,", "said", 4),
    ("Theresa May said, “The roof leaks.”", "The roof leaks.", "said", 4),
]  # fmt: skip

UNNAMED = [
    ("“The roof leaks,” an aide said.", "The roof leaks,", "said", "an aide"),
    ("“The roof leaks,” said an aide who asked not to be named.", "The roof leaks,", "said", "an aide"),
    ("“The roof leaks,” said a spokesman for Whitfield.", "The roof leaks,", "said", "a spokesman for Whitfield"),
    ("“The roof leaks,” a spokesman for Whitfield said.", "The roof leaks,", "said", "a spokesman for Whitfield"),
    ("“The roof leaks,” Whitfield’s lawyer said.", "The roof leaks,", "said", "Whitfield’s lawyer"),
    ("“The roof leaks,” a friend of Whitfield said.", "The roof leaks,", "said", "a friend of Whitfield"),
    ("“The roof leaks,” the Whitfield campaign said.", "The roof leaks,", "said", "the Whitfield campaign"),
    ("“The roof leaks,” Whitfield and Bell said.", "The roof leaks,", "said", "Whitfield and Bell"),
    ("“The roof leaks,” said Whitfield and Bell.", "The roof leaks,", "said", "Whitfield and Bell"),
    ("“The roof leaks,” Pat Quill said.", "The roof leaks,", "said", "Pat Quill"),
    ("“The roof leaks,” two officials said.", "The roof leaks,", "said", "two officials"),
    ("“The roof leaks,” a White House spokeswoman said Thursday.", "The roof leaks,", "said", "a White House spokeswoman"),
    ("Aides to Whitfield said, “The roof leaks.”", "The roof leaks.", "said", "Aides to Whitfield"),
    ("Aides to President Whitfield said, “The roof leaks.”", "The roof leaks.", "said", "Aides to President Whitfield"),
    ("In Whitfield’s view, aides said, “it was the roof.”", "it was the roof.", "said", "aides"),
    ("According to the story, the mayor has “wept for the roof.”", "wept for the roof.", "according to", "the story"),
    ("Whitfield’s wife called the roof “a total loss.”", "a total loss.", "called", "Whitfield’s wife"),
    ("A lawyer for Attorney General Whitfield said, “The roof leaks.”", "The roof leaks.", "said", "A lawyer for Attorney General Whitfield"),
    ("Whitfield rejected what critics called “a total loss.”", "a total loss.", "called", "critics"),
    ("Whitfield was asked, “Does the roof leak?”", "Does the roof leak?", "asked", ""),
    ("Whitfield was told: “The roof leaks.”", "The roof leaks.", "told", ""),
    ("Bell met Whitfield. “The roof leaks,” he said.", "The roof leaks,", "said", "he"),
    ("Bell and Whitfield met. “The roof leaks,” he said.", "The roof leaks,", "said", "he"),
    ("The senator met Whitfield. “The roof leaks,” he said.", "The roof leaks,", "said", "he"),
    ("He met Whitfield. He said, “The roof leaks.”", "The roof leaks.", "said", "He"),
    ("In a letter to Whitfield, he said, “The roof leaks.”", "The roof leaks.", "said", "he"),
    ("Whitfield’s wife came. “The roof leaks,” she said.", "The roof leaks,", "said", "she"),
    ("Whitfield came. It rained. “The roof leaks,” she said.", "The roof leaks,", "said", "she"),
    ("Whitfield met lawmakers. “The roof leaks,” they said.", "The roof leaks,", "said", "they"),
    ("When Bell called on Whitfield, he said, “The roof leaks.”", "The roof leaks.", "said", "he"),
    ("“The roof leaks,” Whitfield aide Pat Quill said.", "The roof leaks,", "said", "Whitfield aide Pat Quill"),
    ("“The roof leaks,” said Pat Quill, Whitfield’s lawyer.", "The roof leaks,", "said", "Pat Quill"),
    ("“The roof leaks,” Pat Quill, a Whitfield aide, said.", "The roof leaks,", "said", "Pat Quill"),
    ("“The roof leaks,” Pat Quill told Whitfield.", "The roof leaks,", "told", "Pat Quill"),
    ("Whitfield’s office said in a statement, “The roof leaks.”", "The roof leaks.", "said", "Whitfield’s office"),
    ("“The roof leaks,” it said in a report.", "The roof leaks,", "said", "it"),
    # The name is an object.
    ("Voters fighting Whitfield said, “The roof leaks.”", "The roof leaks.", "said", "Voters fighting Whitfield"),
    ("The judge who fined Whitfield said, “The roof leaks.”", "The roof leaks.", "said", "The judge"),
    ("The man who beat Whitfield said, “The roof leaks.”", "The roof leaks.", "said", "The man"),
    ("The people that elected Whitfield said, “The roof leaks.”", "The roof leaks.", "said", "The people"),
    ("People close to Whitfield said, “The roof leaks.”", "The roof leaks.", "said", "People close to Whitfield"),
    ("A lawyer representing Whitfield said, “The roof leaks.”", "The roof leaks.", "said", "A lawyer representing Whitfield"),
    ("Critics mocking Sen. Dana Whitfield said, “The roof leaks.”", "The roof leaks.", "said", "Critics mocking Sen. Dana Whitfield"),
    ("Aides around Whitfield said, “The roof leaks.”", "The roof leaks.", "said", "Aides around Whitfield"),
    ("Aides briefing Whitfield told reporters, “The roof leaks.”", "The roof leaks.", "told", "Aides briefing Whitfield"),
    ("The group backing Whitfield, based in Ohio, said, “The roof leaks.”", "The roof leaks.", "said", "The group backing Whitfield"),
    ("“The roof leaks,” aides briefing Whitfield told reporters.", "The roof leaks,", "told", "aides briefing Whitfield"),
    ("“The roof leaks,” said a voter fighting Whitfield.", "The roof leaks,", "said", "a voter fighting Whitfield"),
    ("“The roof leaks,” said a lawyer representing Whitfield.", "The roof leaks,", "said", "a lawyer representing Whitfield"),
    ("“The roof leaks,” said the judge who fined Whitfield.", "The roof leaks,", "said", "the judge"),
    ("“The roof leaks,” the judge who fined Whitfield said.", "The roof leaks,", "said", "the judge"),
    ("Quoting Whitfield, he said, “The roof leaks.”", "The roof leaks.", "said", "he"),
    ("Like Whitfield, he said, “The roof leaks.”", "The roof leaks.", "said", "he"),
]  # fmt: skip

NOT_QUOTATIONS = [
    "",
    "Whitfield said the roof leaks.",
    "“The roof leaks.”",
    "Whitfield sang “The Roof Is Ours.”",
    "The so-called “dreamers” met Whitfield.",
    "Whitfield said so-called “leaking roof people” were wrong.",
    "Whitfield defended the “dreamers” on Monday.",
    "Whitfield said “dreamers” could stay.",
    "After the “Roof Access” recording, Whitfield said he would go.",
    "Whitfield told Bell about the “Roof Access” recording.",
    "Whitfield furthered his vision of “Making Roofs Great Again.”",
    "Whitfield said his “Making Roofs Great Again” plan was ready.",
    "Whitfield wrote a book called “My Life on the Roof.”",
    "Whitfield wrote a book titled “how to mend a roof.”",
    "Whitfield’s “leaky roof” plan failed.",
    "Whitfield was accused of “a grave breach of trust.”",
    "Whitfield is called “the best of builders.”",
    "Whitfield did not say “the roof leaks.”",
    "Whitfield never said “the roof leaks.”",
    "Whitfield didn’t say “the roof leaks.”",
    "Whitfield refused to say “the roof leaks.”",
    "Whitfield could have said “the roof leaks.”",
    "“Does the roof leak?” Whitfield said nothing.",
    "“The roof leaks.” Whitfield said he was sorry.",
    "“The roof leaks.” He asked for a ladder.",
    "Whitfield said the “clean air bill” would fail.",
    "Whitfield met the “roof people” and said they were kind.",
    "“Absolutely” has Whitfield no roof, a spokeswoman said.",
    "“The roof leaks, Whitfield said.",
    "“The roof leaks, Whitfield said.\nBell was there.",
    "“The roof leaks, Whitfield said.\n“It does not,” and so on.",
    'The roof is 5" thick, Whitfield said, and 6" wide.',
    "The workers’ ‘roof, Whitfield said.",
    "Neither Whitfield nor Bell said “the roof leaks.”",
    "If Whitfield says “the roof leaks,” they will go.",
    "Whitfield said he disagreed with Bell, who called it “past repair.”",
    "Whitfield disputed Bell’s claim that the roof was “past repair.”",
    "“The roof leaks” was the first thing Whitfield said.",
    "“The roof leaks,” Whitfield was told.",
    "Bell criticized Whitfield for saying “the roof leaks.”",
    "Pat Quill praised Whitfield, calling him “a good roofer.”",
    "Whitfield said Bell left, and the crowd sang “glory to the roof.”",
    "Whitfield said he would go but Bell had “other fish to fry.”",
    "A roof proposed by Whitfield for “the poor of the town” fell.",
    "“” Whitfield said. “ ” Bell said.",
    "No one heard Whitfield say “I quit today.”",
    "“I quit today,” no one heard Whitfield say.",
    "In response to Whitfield’s message: “No way at all.”",
    "A lawyer for the state and Whitfield said “it is over now.”",
    "Officials such as Whitfield said “it is over now.”",
    "Bell let Whitfield say “I quit today.”",
    "Reporters watched Whitfield say “I quit today.”",
    "The book about Whitfield says “the roof leaks.”",
    "Supporting Whitfield says “the roof leaks.”",
    "Bell wants Whitfield to say “the roof leaks.”",
    "Whitfield said, “Hamilton” playing behind him.",
]

SEVERAL = [
    (
        "“The roof,” Whitfield said, “leaks badly.”",
        [("The roof,", "said", 1), ("leaks badly.", "said", 1)],
    ),
    (
        "“The roof,” said Whitfield, “leaks badly.”",
        [("The roof,", "said", 1), ("leaks badly.", "said", 1)],
    ),
    (
        "“The roof leaks,” Whitfield said. “It is old.”",
        [("The roof leaks,", "said", 1), ("It is old.", "said", 1)],
    ),
    (
        "“The roof leaks,” said Whitfield of Bell. “It is old.”",
        [("The roof leaks,", "said", 1), ("It is old.", "said", 1)],
    ),
    (
        "“The roof leaks,” Whitfield said. “It is old,” Bell said.",
        [("The roof leaks,", "said", 1), ("It is old,", "said", 2)],
    ),
    ("“The roof leaks,” Whitfield said. Bell wept. “It is old.”", [("The roof leaks,", "said", 1)]),
    ("“The roof leaks,” Whitfield said.\n“It is old.”", [("The roof leaks,", "said", 1)]),
    (
        "“The roof leaks,” Whitfield said.\n“It is old,” he added.",
        [("The roof leaks,", "said", 1), ("It is old,", "added", 1)],
    ),
    (
        "“The roof leaks,” Whitfield said.\n“It is old,” they added.",
        [("The roof leaks,", "said", 1), ("It is old,", "added", 1)],
    ),
    (
        "“The roof leaks,” Whitfield told Bell.\n“It is old,” he added.",
        [("The roof leaks,", "told", 1), ("It is old,", "added", None)],
    ),
    (
        "“The roof leaks,” an aide to Whitfield said. He added, “It is old.”",
        [("The roof leaks,", "said", None), ("It is old.", "added", None)],
    ),
    (
        "Whitfield spoke. He said, “The roof leaks.” He added, “It is old.”",
        [("The roof leaks.", "said", 1), ("It is old.", "added", 1)],
    ),
    (
        "Whitfield said the roof was “a total loss,” adding that it was “very old indeed.”",
        [("a total loss,", "said", 1), ("very old indeed.", "adding", 1)],
    ),
    (
        "Whitfield called the roof “a total loss” and “a very old roof.”",
        [("a total loss", "called", 1), ("a very old roof.", "called", 1)],
    ),
    (
        "Whitfield said the roof was “a total loss” and called it “very old indeed.”",
        [("a total loss", "said", 1), ("very old indeed.", "called", 1)],
    ),
    (
        "Asked, “Does the roof leak?” Whitfield replied, “It does.”",
        [("Does the roof leak?", "replied", 1), ("It does.", "replied", 1)],
    ),
    (
        "Whitfield said, “The roof leaks.\n“It is old.\n“And it is ours.”\nBell left.",
        [("The roof leaks.", "said", 1), ("It is old.", "said", 1), ("And it is ours.", "said", 1)],
    ),
    (
        "“The roof leaks.\n“It is old,” Whitfield said.",
        [("The roof leaks.", "said", 1), ("It is old,", "said", 1)],
    ),
    (
        '"The roof leaks.\n\n"It is old," Whitfield said.',
        [("The roof leaks.", "said", 1), ("It is old,", "said", 1)],
    ),
    (
        "Bell said it was “past repair,” and Whitfield agreed that it was “a total loss.”",
        [("past repair,", "said", 2), ("a total loss.", "agreed", 1)],
    ),
    (
        "Bell said it was “past repair,” and Whitfield nodded at the “fine old roof.”",
        [("past repair,", "said", 2)],
    ),
    ("“The roof “leaks badly,” Whitfield said.", [("leaks badly,", "said", 1)]),
    ("Whitfield called it “a mess” and “lock her up” chants rang out.", [("a mess", "called", 1)]),
    ("“The roof leaks,” Whitfield said, and Bell nodded. “It is old.”", [("The roof leaks,", "said", 1)]),
]

GOING_ON = [
    "“It is old.”",
    "“It is old. It is ours.”",
    "“It is old.” Bell left.",
    "“It is old.”\nBell left.",
    "“Is it ours?”",
    "“It is ours!”\nBell left.",
]

NOT_GOING_ON = [
    "“Hamilton” is a musical.",
    "“Hamilton.”",
    "“The Roof Is Ours” sold well.",
    "“The Roof Is Ours.”",
    "“No comment at all,” was the reply from Bell.",
    "“Lock her up” chants rang out.",
    "“A leaky roof” is what Bell called it.",
    "“Did we win?” was the question.",
    "“Do we go?” Bell shrugged.",
    "“It is old,” and Bell left.",
    "“It is old.” was the message.",
    "“It is old.” — Marcus Bell",
]


@pytest.mark.parametrize(("text", "words", "verb", "person"), ONE_SPEAKER)
def test_words_belong_to_whom_the_verb_names(text, words, verb, person):
    assert told(text) == [(words, verb, person)]


@pytest.mark.parametrize(("text", "words", "verb", "speaker"), UNNAMED)
def test_words_of_the_unknown_belong_to_nobody(text, words, verb, speaker):
    assert [(one.words, one.verb, one.speaker, one.person) for one in quoted(text)] == [
        (words, verb, speaker, None)
    ]


@pytest.mark.parametrize("text", NOT_QUOTATIONS)
def test_marks_alone_make_no_quotation(text):
    assert told(text) == []


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_quotations_go_on_and_change_hands(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize("further", GOING_ON)
def test_whole_utterance_belongs_to_who_spoke_last(further):
    assert [one.person for one in quoted(f"“The roof leaks,” Whitfield said. {further}")] == [1, 1]


@pytest.mark.parametrize("further", NOT_GOING_ON)
def test_part_of_a_sentence_is_not_carried_on(further):
    assert told(f"“The roof leaks,” Whitfield said. {further}") == [("The roof leaks,", "said", 1)]


def test_speaker_is_told_as_printed():
    text = "“The roof leaks,” Attorney General Dana Whitfield said.\n“It is old,” added Mr. Whitfield.\n“It is ours,” he said."
    assert [one.speaker for one in quoted(text)] == ["Attorney General Dana Whitfield", "Mr. Whitfield", "he"]


def test_places_are_those_of_the_words():
    text = "Whitfield said: “ The roof leaks. ” Bell agreed."
    (quotation,) = quoted(text)
    assert text[quotation.start : quotation.end] == quotation.words == "The roof leaks."


def test_no_more_than_the_bound_are_returned():
    assert len(quoted("“The roof leaks,” Whitfield said.\n" * 3 * MOST)) == MOST


@given(st.lists(st.sampled_from([*"“”\"‘’.,:;?!()—\n ", " said ", " he ", "Whitfield", "Bell", " who", "’s ", " was asked", " and ",
                                 "According to ", " an aide ", "called it", "roof leaks", "Sen. ", "\0", "é"]), max_size=60))  # fmt: skip
def test_any_text_is_read_in_order_and_by_place(pieces):
    text = "".join(pieces)
    found = quoted(text)
    assert [one.start for one in found] == sorted({one.start for one in found})
    for one in found:
        assert text[one.start : one.end] == one.words != ""


@pytest.mark.parametrize(
    "text",
    [
        "“" * 100_000,
        "”" * 100_000,
        '"' * 100_000,
        "‘" * 100_000 + "’" * 100_000,
        "“”" * 100_000,
        '" ' * 100_000,
        '"a b" ' * 80_000,
        "“a b,” " * 70_000,
        "“a b\n" * 80_000,
        "‘a b’ " * 80_000,
        "“a ‘b’ " * 60_000,
        "“a b,” Whitfield said. " * 20_000,
        "Whitfield said, “a b " * 20_000,
        "Whitfield said, and " * 25_000 + "“a b c.”",
        "Whitfield, " * 40_000 + "said, “a b c.”",
        "“a b c,” " + "Whitfield, " * 40_000 + "said.",
        "said " * 100_000 + "“a b c.”",
        "“a b c,” " + "said " * 100_000,
        ". " * 250_000 + "“a b c,” he said.",
        "\n" * 500_000 + "“a b c,” he said.",
        "“" + "a" * 500_000 + " b,” Whitfield said.",
        "“a b,” " + "(" * 500_000 + " Whitfield said.",
        "Whitfield said, “a" + "\n" * 500_000 + "“b.”",
    ],
    ids=range(23),
)
def test_hostile_text_is_read_in_bounded_time(text):
    began = time.perf_counter()
    assert len(quoted(text)) <= MOST
    assert time.perf_counter() - began < 2
