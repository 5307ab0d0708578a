"""A stream's beginning is seen and not lost, and what is good of it is given before what is wrong."""

import io

import pytest

from articles.importers.streams import peeked
from articles.newsitem import ImportFailure


class Failing(io.BytesIO):
    """Gives three bytes at a time, and fails where it should end."""

    def read(self, size=-1):
        piece = super().read(min(size, 3) if size >= 0 else 3)
        if not piece:
            raise ImportFailure("damaged")
        return piece


def failing(content, size=0):
    return peeked(Failing(content), size)[1]


def test_what_is_good_is_given_before_the_failure():
    stream = failing(b"0123456789")
    assert [stream.read(4), stream.read(4), stream.read(4)] == [b"0123", b"4567", b"89"]
    for _ in range(2):
        with pytest.raises(ImportFailure, match="damaged"):
            stream.read(4)


def test_failure_within_the_head_waits_too():
    head, stream = peeked(Failing(b"01234"), 100)
    assert (head, stream.read(100)) == (b"01234", b"01234")
    with pytest.raises(ImportFailure, match="damaged"):
        stream.read(100)


def test_reading_all_tells_of_the_failure_at_once():
    with pytest.raises(ImportFailure, match="damaged"):
        failing(b"0123456789").read()


def test_stream_can_be_peeked_again_and_again():
    stream = io.BytesIO(b"0123456789")
    for size in (3, 0, 7, 100):
        head, stream = peeked(stream, size)
        assert head == b"0123456789"[:size]
    assert stream.read() == b"0123456789"
    assert stream.read() == stream.read(5) == stream.readline() == b""


@pytest.mark.parametrize("size", [0, 1, 4, 100])
def test_lines_are_read_one_by_one(size):
    stream = failing(b"one\n\ntwo\nthree", size)
    assert [stream.readline(), stream.readline(), stream.read(1), stream.readline()] == [
        b"one\n",
        b"\n",
        b"t",
        b"wo\n",
    ]
    assert [stream.readline(2), stream.readline()] == [b"th", b"ree"]
    with pytest.raises(ImportFailure, match="damaged"):
        stream.readline()


def test_text_can_be_read_from_it():
    text = io.TextIOWrapper(failing("\u00e9t\u00e9\nx\ny".encode(), 4), "utf-8")
    assert [text.readline(), text.readline()] == ["\u00e9t\u00e9\n", "x\n"]
    with pytest.raises(ImportFailure, match="damaged"):
        text.readline()
