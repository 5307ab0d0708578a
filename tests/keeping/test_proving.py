"""A file is proved before a record of it is read, whoever made it."""

import json
import random
import struct
import zipfile

import pytest

from articles.keeping import unpacking
from articles.keeping.refusals import Refused
from articles.keeping.unpacking import unpacked
from tests.keeping.files import a_person, an_archive_file, contents_of, manifest_of, repacked
from tests.thorough import rounds


def refusal_of(path):
    with pytest.raises(Refused) as refusal, unpacked(path):
        pass
    return str(refusal.value)


@pytest.fixture
def file(tmp_path):
    return an_archive_file(
        tmp_path / "archive.zip", people=[a_person()], extra={"files/a/photo.jpg": b"JPEG"}
    )


def test_right_file_is_taken(file):
    with unpacked(file) as source:
        assert str(source.contents) == "1 people, 1 files"
        assert [line.number for line in source.lines("people.jsonl")] == [1]
        with source.file(source.contents.files[0]) as stream:
            assert stream.read() == b"JPEG"


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all" * 100, b"PK\x05\x06" + bytes(18)])
def test_file_that_is_no_zip_of_ours_is_refused(tmp_path, content):
    path = tmp_path / "archive.zip"
    path.write_bytes(content)
    assert refusal_of(path).startswith("It is no archive made by export_archive: ")


def test_member_with_another_content_is_refused(file):
    other = contents_of(file)["people.jsonl"].replace(b"Dana", b"Dora")
    assert "Its member 'people.jsonl' is not what its manifest says" in refusal_of(
        repacked(file, people__jsonl=other)
    )


def test_member_that_is_longer_than_the_manifest_says_is_refused(file):
    longer = contents_of(file)["people.jsonl"] * 2
    assert "Its member 'people.jsonl' is not what" in refusal_of(repacked(file, people__jsonl=longer))


def test_missing_member_is_named(file):
    assert refusal_of(repacked(file, topics__jsonl=None)) == "Its member 'topics.jsonl' is missing"


@pytest.mark.parametrize("table", ["organisations", "offices", "curations"])
def test_member_that_older_programs_did_not_write_may_be_missing(tmp_path, table):
    with unpacked(an_archive_file(tmp_path / "archive.zip", without=[table])) as source:
        assert list(source.lines(f"{table}.jsonl")) == []


def test_member_that_every_program_wrote_may_not_be_missing(tmp_path):
    path = an_archive_file(tmp_path / "archive.zip", without=["aliases"])
    assert refusal_of(path) == "Its member 'aliases.jsonl' is missing"


def test_newer_member_that_the_manifest_names_is_missed(file):
    assert refusal_of(repacked(file, offices__jsonl=None)) == "Its member 'offices.jsonl' is missing"


def test_member_that_the_manifest_does_not_name_is_refused(file):
    assert refusal_of(repacked(file, more__jsonl=b"{}\n")) == "Its member 'more.jsonl' is not in its manifest"


def test_file_without_manifest_is_refused(file):
    assert "it has no manifest.json" in refusal_of(repacked(file, manifest__json=None))


def test_unknown_member_is_refused_even_if_the_manifest_names_it(tmp_path):
    path = an_archive_file(tmp_path / "archive.zip", extra={"more.jsonl": b"{}\n"})
    assert refusal_of(path) == "Its member 'more.jsonl' is unknown"


def test_file_whose_manifest_leaves_out_a_table_is_refused(tmp_path):
    path = an_archive_file(tmp_path / "archive.zip", manifest={"members": []})
    assert "is not in its manifest" in refusal_of(path)


def test_wrong_number_of_records_is_refused(file):
    contents = {name: content for name, content in contents_of(file).items() if name != "manifest.json"}
    told = manifest_of(contents)
    for member in told["members"]:
        member["records"] = 5
    assert "records, not 5" in refusal_of(repacked(file, manifest__json=json.dumps(told).encode()))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"format": "other"},
            "It is no archive made by export_archive: its manifest does not say “newsroom-archive”",
        ),
        ({"version": 2}, "It is of version 2, and this program reads version 1"),
        ({"version": "x" * 99}, f"It is of version {'x' * 20}, and this program reads version 1"),
        ({"year": 0}, "Its manifest is damaged: something in it is no whole number from 1 to 9,998"),
        ({"archive": ["x"]}, "Its manifest is damaged: something in it is not text"),
        ({"members": {"a": 1}}, "Its manifest is damaged: something in it is no list of members"),
        ({"members": [["a"]]}, "Its manifest is damaged: something in it is no list of members"),
        ({"members": [{"name": 5}]}, "Its manifest is damaged: something in it is not text"),
    ],
)
def test_manifest_that_says_something_else_is_refused(tmp_path, change, said):
    assert refusal_of(an_archive_file(tmp_path / "archive.zip", manifest=change)) == said


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"\xff", b"{", b"[" * 100_000, b'{"format":' + b"9" * 9_999 + b"}"]
)
def test_manifest_that_is_none_is_refused(file, text):
    assert refusal_of(repacked(file, manifest__json=text)).startswith(
        "It is no archive made by export_archive: "
    )


@pytest.mark.parametrize(
    "name",
    [
        "../escaped", "/etc/escaped", "a/../../escaped", "a//b", "./a", "a/.", "a\\..\\b", "", "x" * 300,
        "/".join("a" * 30), "a\nb", "a\x7fb",
    ],
)  # fmt: skip
def test_file_that_would_lead_out_of_its_folder_is_refused(tmp_path, name):
    path = an_archive_file(tmp_path / "archive.zip", extra={f"files/{name}": b"x"})
    assert "has no name that a file can have" in refusal_of(path)


def test_file_that_is_also_a_folder_is_refused(tmp_path):
    path = an_archive_file(tmp_path / "archive.zip", extra={"files/a/b": b"x", "files/a": b"y"})
    assert refusal_of(path) == "Its member 'files/a' is a file and a folder"


def test_symbolic_link_is_refused(file):
    entry = zipfile.ZipInfo("files/link")
    entry.external_attr = 0o120777 << 16
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr(entry, "/etc/passwd")
    assert refusal_of(file) == "Its member 'files/link' is a symbolic link"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_member_that_is_there_twice_is_refused(file):
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr("people.jsonl", b"{}\n")
    assert refusal_of(file) == "Its member 'people.jsonl' is there twice"


def test_unusual_packing_is_refused(tmp_path):
    path = an_archive_file(tmp_path / "archive.zip", packing=zipfile.ZIP_LZMA)
    assert "is encrypted, or packed in an unusual way" in refusal_of(path)


def test_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = an_archive_file(tmp_path / "archive.zip", extra={"files/bomb": bytes(11_000_000)})
    assert (
        refusal_of(path) == "Its member 'files/bomb' would grow more than 250 times: it was made to do harm"
    )


def test_members_that_lie_over_one_another_are_refused(file):
    content = file.read_bytes()
    directory = content.index(b"PK\x01\x02")
    # the packed size of the first member, in the directory
    content = content[: directory + 20] + struct.pack("<I", len(content)) + content[directory + 24 :]
    file.write_bytes(content)
    assert refusal_of(file) == "Its members lie over one another: it was made to do harm"


def test_list_of_members_is_never_read_whole_if_it_is_too_long(tmp_path):
    path = tmp_path / "archive.zip"
    size = 17_000_000
    entry = b"PK\x01\x02" + bytes(42)
    directory = entry * (size // len(entry))
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFE, 0xFFFE, len(directory), 0, 0)
    path.write_bytes(directory + end)
    assert "the list of its members is too long" in refusal_of(path)


def test_file_within_another_file_is_refused(file):
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    assert refusal_of(file).startswith("It is no archive made by export_archive: ")


def test_damaged_bytes_are_refused_wherever_they_are(file):
    chance = random.Random(7)
    content = file.read_bytes()
    for _ in range(rounds(2_000)):
        damaged = bytearray(content)
        for _ in range(chance.choice((1, 1, 2, 8))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        file.write_bytes(bytes(damaged))
        try:
            with unpacked(file) as source:
                assert source.contents.records == 1
        except Refused:
            pass


def test_record_that_is_too_long_is_refused_with_its_place(tmp_path, monkeypatch):
    monkeypatch.setattr(unpacking, "LONGEST_LINE", 100)
    path = an_archive_file(tmp_path / "archive.zip", extra={"topics.jsonl": b"{}\n" + b"x" * 200 + b"\n"})
    with unpacked(path) as source, pytest.raises(Refused) as refusal:
        list(source.lines("topics.jsonl"))
    assert str(refusal.value) == "topics.jsonl:2: it is longer than 100 bytes"


def test_last_record_that_is_cut_off_is_refused(tmp_path):
    path = an_archive_file(tmp_path / "archive.zip", extra={"topics.jsonl": b'{}\n{"slug": "a'})
    with unpacked(path) as source, pytest.raises(Refused) as refusal:
        list(source.lines("topics.jsonl"))
    assert str(refusal.value) == "topics.jsonl:2: it is cut off"
