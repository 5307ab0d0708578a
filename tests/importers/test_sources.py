"""The operator's paths become files to read, and nothing else."""

import io
import os

import pytest

from articles.importers import FORMATS, importer_for, importer_named, open_sources, peeked, text
from articles.newsitem import ImportFailure


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.txt", "inner/c.txt", "inner/deep/d.txt", "a/e.txt", ".hidden.txt", ".git/f.txt"):
        path = tmp_path / "papers" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "papers"


def names(*paths):
    return [source.name for source in open_sources(paths, io.BytesIO())]


def content(source):
    with source.open() as stream:
        return stream.read()


def test_file_is_named_by_its_base_name(folder):
    (source,) = open_sources([str(folder / "inner/c.txt")], io.BytesIO())
    assert (source.name, content(source)) == ("c.txt", b"inner/c.txt")


def test_folder_gives_its_files_sorted_by_their_path_in_it_without_hidden_ones(folder):
    assert names(folder) == ["a/e.txt", "a.txt", "b.txt", "inner/c.txt", "inner/deep/d.txt"]
    assert [content(source) for source in open_sources([folder], io.BytesIO())][0] == b"a/e.txt"


def test_standard_input_has_no_name_and_stays_open():
    stdin = io.BytesIO(b"text")
    (source,) = open_sources(["-"], stdin)
    assert (source.name, content(source)) == ("", b"text")
    assert not stdin.closed


def test_paths_are_taken_in_the_order_given(folder):
    assert names(folder / "b.txt", "-", folder / "a.txt") == ["b.txt", "", "a.txt"]


def test_link_in_a_folder_is_followed_within_it_only(folder, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "secrets").mkdir()
    (folder / "in.txt").symlink_to(folder / "a.txt")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path / "secrets")
    (folder / "loop").symlink_to(folder)
    found = {source.name: content(source) for source in open_sources([folder], io.BytesIO())}
    assert sorted(found) == ["a.txt", "a/e.txt", "b.txt", "in.txt", "inner/c.txt", "inner/deep/d.txt"]
    assert found["in.txt"] == b"a.txt"


def test_link_given_as_a_path_is_followed(folder, tmp_path):
    (tmp_path / "link.txt").symlink_to(folder / "a.txt")
    (source,) = open_sources([tmp_path / "link.txt"], io.BytesIO())
    assert (source.name, content(source)) == ("link.txt", b"a.txt")


def test_missing_path_fails_before_anything_is_read(folder):
    with pytest.raises(ImportFailure, match="missing.txt: no such file or folder"):
        open_sources([folder, folder / "missing.txt"], io.BytesIO())


@pytest.mark.parametrize("path", ["a\x00b", "x" * 5_000])
def test_path_that_cannot_be_one_fails_clearly(path):
    with pytest.raises(ImportFailure):
        open_sources([path], io.BytesIO())


@pytest.mark.parametrize("named", [True, False], ids=["given", "in a folder"])
def test_pipe_is_rejected_and_not_waited_for(folder, named):
    os.mkfifo(folder / "pipe.txt")
    sources = list(open_sources([folder / "pipe.txt" if named else folder], io.BytesIO()))
    (pipe,) = [source for source in sources if source.name == "pipe.txt"]
    with pytest.raises(ImportFailure, match="pipe.txt: not a regular file"):
        content(pipe)


def test_device_is_rejected():
    (source,) = open_sources(["/dev/zero"], io.BytesIO())
    with pytest.raises(ImportFailure, match="not a regular file"):
        content(source)


def test_file_that_goes_away_fails_when_it_is_opened(folder):
    (source,) = open_sources([folder / "a.txt"], io.BytesIO())
    (folder / "a.txt").unlink()
    with pytest.raises(ImportFailure, match=r"a\.txt: No such file"):
        content(source)


def test_folder_that_cannot_be_read_is_told_and_the_others_are_read(folder, monkeypatch):
    opened, listed = os.open, os.listdir

    def refusing(function):
        def refused(path, *arguments, **named):
            if str(path).endswith("inner"):
                raise PermissionError(13, "Permission denied")
            return function(path, *arguments, **named)

        return refused

    monkeypatch.setattr(os, "listdir", refusing(listed))
    monkeypatch.setattr(os, "open", refusing(opened))
    sources = list(open_sources([folder], io.BytesIO()))
    assert [source.name for source in sources] == ["a/e.txt", "a.txt", "b.txt", "inner"]
    with pytest.raises(ImportFailure, match="inner: Permission denied"):
        content(sources[-1])


def test_name_that_is_not_utf_8_is_shown_as_text(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    (tmp_path / "cafe\u0301.txt").write_text("y")
    assert sorted(names(tmp_path)) == ["caf\u00e9.txt", "caf\ufffd.txt"]


def test_folder_of_great_depth_is_walked(tmp_path):
    place = os.open(tmp_path, os.O_RDONLY)
    for _ in range(500):
        os.mkdir("d", dir_fd=place)
        place, above = os.open("d", os.O_RDONLY, dir_fd=place), place
        os.close(above)
    os.close(os.open("x.txt", os.O_CREAT | os.O_WRONLY, dir_fd=place))
    os.close(place)
    assert names(tmp_path) == ["d/" * 500 + "x.txt"]


class Trickle(io.BytesIO):
    """Gives three bytes at a time, as a pipe may."""

    def read(self, size=-1):
        return super().read(min(size, 3) if size >= 0 else 3)


def test_peeked_stream_still_begins_with_what_was_seen():
    head, stream = peeked(Trickle(b"date 2017-06-09 Text."), 8)
    assert head == b"date 201"
    assert stream.read() == b"date 2017-06-09 Text."


def test_format_is_found_by_its_name():
    assert importer_named("text") is text
    with pytest.raises(ImportFailure, match=r"unknown format 'docx'; known are: .*text"):
        importer_named("docx")


def test_format_is_found_by_what_a_file_begins_with():
    assert importer_for(b"date 2017-06-09 Text.", "") is text
    assert importer_for(b"whatever", "notes.txt") is text


@pytest.mark.parametrize(
    ("head", "words"), [(b"", "the file is empty"), (b"\x89PNG", "no known format; name one of them: .*text")]
)
def test_file_of_no_known_format_fails_clearly(head, words):
    with pytest.raises(ImportFailure, match=words):
        importer_for(head, "picture.png")


@pytest.mark.parametrize("importer", FORMATS, ids=lambda importer: importer.NAME)
def test_every_format_says_its_name_and_suffixes(importer):
    assert importer.NAME.isidentifier()
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in importer.SUFFIXES)
