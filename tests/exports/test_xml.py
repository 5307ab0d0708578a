"""Whatever a text holds, what is written is XML."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from articles.characters import without_controls
from articles.exports.xml import element, escaped, opening
from tests.exports.builders import hostile

anything = hostile | st.text(st.characters(exclude_categories=()))


def test_markup_is_escaped():
    assert escaped("a < b & c > d ]]>") == "a &lt; b &amp; c &gt; d ]]&gt;"


def test_characters_that_xml_forbids_are_left_out():
    assert escaped("a\x00\x08\x1f\ud800\ufffe\uffffb\tc\n") == "ab\tc\n"


def test_empty_attribute_is_left_out():
    assert opening("entry", {"xml:lang": "", "id": 'a"<\n'}) == '<entry id="a&quot;&lt;&#10;">'


def test_element_without_text_closes_itself():
    assert element("link", "", {"href": "x"}) == '<link href="x"/>\n'


@given(anything)
def test_text_and_attribute_come_back(text):
    found = etree.fromstring(element("a", text, {"b": text}))
    assert (found.text or "") == without_controls(text)
    assert found.get("b", "") == without_controls(text)
