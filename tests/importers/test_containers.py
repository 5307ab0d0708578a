"""What is packed is read as if it were not, nothing leaves the archive, and no archive takes more than it may."""

import gzip
import io
import os
import random
import struct
import tarfile
import tracemalloc
import zipfile

import pytest

from articles.importers import Options, Unread, importer_for, json_lines, open_sources, peeked, unpacking
from articles.newsitem import ImportFailure, NewsItem

RATIO = "it unpacks to more than 100 times its size, as no text does: nothing more of it is read"
TEXTS = {"a.txt": b"date 2017-06-09 One. It is.\n", "june/b.txt": b"date 2017-06-10 Two. It is.\n" * 2}
NOISE = random.Random(1)


def zipped(files, compression=zipfile.ZIP_DEFLATED):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def tarred(files, mode="w", form=tarfile.PAX_FORMAT):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode, format=form) as archive:
        for name, content in files.items():
            archive.addfile(
                *(
                    content
                    if isinstance(content, tuple)
                    else (member(name, len(content)), io.BytesIO(content))
                )
            )
    return packed.getvalue()


def member(name, size=0, kind=tarfile.REGTYPE, target=""):
    described = tarfile.TarInfo(name)
    described.size, described.type, described.linkname = size, kind, target
    return described


class Pipe(io.RawIOBase):
    """Standard input that can't seek and gives what it has, little by little."""

    def __init__(self, content):
        self.content = io.BytesIO(content)

    def readable(self):
        return True

    def readinto(self, buffer):
        piece = self.content.read(min(len(buffer), 7_000))
        buffer[: len(piece)] = piece
        return len(piece)


@pytest.fixture(params=["file", "pipe"])
def sources(request, tmp_path):
    """Return what gives the sources in some bytes, as a file named so or through standard input."""

    def sources(content, name="papers", **options):
        if request.param == "pipe":
            yield from open_sources(["-"], io.BufferedReader(Pipe(content)), **options)
            return
        (tmp_path / name).write_bytes(content)
        for source in open_sources([tmp_path / name], io.BytesIO(), **options):
            assert source.name.startswith(name.removesuffix(".gz"))
            yield type(source)(
                source.name.removeprefix(f"{name}/").removeprefix(name.removesuffix(".gz")), source.opener
            )

    return sources


def contents(sources):
    """Return what each source holds, and why it can't be read to its end."""
    found = []
    for source in sources:
        pieces, failure = [], ""
        try:
            with source.open() as stream:
                while piece := stream.read(1_000):
                    pieces.append(piece)
        except ImportFailure as problem:
            failure = str(problem)
        found.append((source.name, b"".join(pieces), failure))
    return found


def failures(sources):
    return [(name, failure) for name, _, failure in contents(sources) if failure]


PACKED = {
    "zip": zipped(TEXTS),
    "stored zip": zipped(TEXTS, zipfile.ZIP_STORED),
    "zip after a program": b"#!/bin/sh\n" + zipped(TEXTS),
    "pax": tarred(TEXTS),
    "GNU tar": tarred(TEXTS, form=tarfile.GNU_FORMAT),
    "ustar": tarred(TEXTS, form=tarfile.USTAR_FORMAT),
    "tar.gz": tarred(TEXTS, "w:gz"),
    "gzip within zip": zipped({f"{name}.gz": gzip.compress(text) for name, text in TEXTS.items()}),
    "gzip within tar.gz": tarred({f"{name}.GZ": gzip.compress(text) for name, text in TEXTS.items()}, "w:gz"),
    "two tars": tarred({"a.txt": TEXTS["a.txt"]}) + tarred({"june/b.txt": TEXTS["june/b.txt"]}),
    "with folders": tarred({"./": (member("./", kind=tarfile.DIRTYPE),), "./a.txt": TEXTS["a.txt"], "june/b.txt": TEXTS["june/b.txt"]}),
    "with hidden files": zipped({".git/x": b"x", **TEXTS, "__MACOSX/._a.txt": b"x", "june/.DS_Store": b"x", "d/": b""}),
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(set(PACKED) - {"zip after a program"}))
def test_each_file_of_a_container_is_a_source(kind, sources):
    assert contents(sources(PACKED[kind])) == [(name, text, "") for name, text in TEXTS.items()]


@pytest.mark.parametrize("kind", sorted(set(PACKED) - {"zip after a program"}))
def test_as_many_articles_come_out_of_a_container_as_went_in(kind, sources):
    items = []
    for source in sources(PACKED[kind]):
        with source.open() as stream:
            head, whole = peeked(stream)
            found = importer_for(head, source.name).read(whole, source=source.name, options=Options())
            items += [record.item() if isinstance(record, Unread) else record for record in found]
    assert [item.published_on.day for item in items if isinstance(item, NewsItem)] == [9, 10, 10]
    assert len(items) == 3


def test_single_packed_file_keeps_its_name_without_the_suffix(sources):
    assert contents(sources(gzip.compress(b"x" * 100_000), "june.jsonl.gz")) == [("", b"x" * 100_000, "")]


def test_name_tells_where_the_file_is(tmp_path):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers/2017.ZIP").write_bytes(PACKED["zip"])
    (tmp_path / "papers/b.txt.gz").write_bytes(gzip.compress(b"x"))
    (tmp_path / "papers/c.gz").write_bytes(b"not packed")
    found = [source.name for source in open_sources([tmp_path / "papers"], io.BytesIO())]
    assert found == ["2017.ZIP/a.txt", "2017.ZIP/june/b.txt", "b.txt", "c.gz"]


def test_packed_or_not_the_name_is_the_same(tmp_path):
    (tmp_path / "june.txt").write_bytes(b"x")
    (tmp_path / "june.txt.gz").write_bytes(gzip.compress(b"x"))
    named = [
        source.name
        for source in open_sources([tmp_path / "june.txt", tmp_path / "june.txt.gz"], io.BytesIO())
    ]
    assert named == ["june.txt", "june.txt"]


def test_zip_behind_a_program_that_unpacks_it_is_known_by_its_directory_only_where_it_begins_as_zip(sources):
    ((_, content, failure),) = contents(sources(PACKED["zip after a program"]))
    assert content.startswith(b"#!/bin/sh\nPK")
    assert failure == ""


def test_members_of_gzip_follow_each_other_as_crawls_write_them(sources):
    parts = [b"%d\n" % number * 50 for number in range(3_000)]
    assert contents(sources(b"".join(map(gzip.compress, parts)))) == [("", b"".join(parts), "")]


def test_zeros_may_fill_the_end_of_gzip(sources):
    assert contents(sources(gzip.compress(b"a") + bytes(5_000) + gzip.compress(b"b") + bytes(70_000))) == [
        ("", b"ab", "")
    ]


def test_name_of_a_member_may_be_long_and_in_any_language(sources):
    names = ["\u65b0\u805e/" + "\u00e9" * 120 + ".txt", "d/" * 60 + "x.txt"]
    for pack in (zipped, tarred, lambda files: tarred(files, form=tarfile.GNU_FORMAT)):
        assert [name for name, _, _ in contents(sources(pack(dict.fromkeys(names, b"x"))))] == names


@pytest.mark.parametrize("pack", [zipped, tarred])
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../../tmp/slip.html", "the name of a place outside the archive"),
        ("a/../../x", "the name of a place outside the archive"),
        ("/tmp/slip.html", "the name of a place outside the archive"),
        ("C:/x", "the name of a place outside the archive"),
        ("..\\..\\slip.html", "a backslash in its name"),
        ("a\x01b.html", "a control character in its name"),
        ("a\nb.html", "a control character in its name"),
        ("a/" * 200 + "x.html", "a name of more than 300 characters"),
    ],
)
def test_member_with_an_unsafe_name_is_one_problem_and_the_rest_goes_on(pack, name, words, sources):
    first, second = contents(sources(pack({name: b"x", "ok.html": b"<p>x</p>"})))
    assert first[2] == f"it has {words}"
    assert "\n" not in first[0]
    assert second == ("ok.html", b"<p>x</p>", "")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (tarfile.SYMTYPE, "a symbolic link"),
        (tarfile.LNKTYPE, "a hard link"),
        (tarfile.CHRTYPE, "a device"),
        (tarfile.BLKTYPE, "a device"),
        (tarfile.FIFOTYPE, "a pipe"),
        (tarfile.GNUTYPE_SPARSE, "a sparse file"),
        (b"?", "no file of a known kind"),
    ],
)
def test_member_of_tar_that_is_no_plain_file_is_one_problem(kind, words, sources):
    packed = tarred(
        {"odd": (member("odd", 0, kind, "/etc/passwd"),), "ok.txt": b"x"}, form=tarfile.GNU_FORMAT
    )
    assert contents(sources(packed)) == [
        ("odd", b"", f"it is {words}, which is not read"),
        ("ok.txt", b"x", ""),
    ]


def test_link_in_a_zip_is_one_problem(sources):
    link = zipfile.ZipInfo("link.html")
    link.external_attr = 0o120777 << 16
    device = zipfile.ZipInfo("device")
    device.external_attr = 0o020666 << 16
    assert failures(sources(zipped({link: "/etc/passwd", device: "", "ok.html": "x"}))) == [
        ("link.html", "it is a symbolic link, which is not read"),
        ("device", "it is a device or a pipe, which is not read"),
    ]


def test_encrypted_member_and_one_packed_otherwise_are_one_problem_each(sources):
    packed = bytearray(zipped({"secret.txt": b"x", "ok.txt": b"y"}))
    packed[packed.index(b"PK\1\2") + 8] |= 1
    assert contents(sources(bytes(packed))) == [
        ("secret.txt", b"", "it is encrypted: unpack it first"),
        ("ok.txt", b"y", ""),
    ]
    assert failures(sources(zipped({"a.txt": b"x"}, zipfile.ZIP_LZMA))) == [
        ("a.txt", "it is packed by method 14, not by deflate: unpack it first")
    ]


WITHIN = "it is an archive within an archive, which is not read: unpack it first"


@pytest.mark.parametrize(
    "packed",
    [
        zipped({"x": PACKED["zip"]}),
        zipped({"x": PACKED["pax"]}),
        zipped({"x": PACKED["tar.gz"]}),
        tarred({"x": PACKED["tar.gz"]}, "w:gz"),
        tarred({"x": gzip.compress(gzip.compress(b"x"))}),
        gzip.compress(PACKED["zip"]),
        gzip.compress(gzip.compress(b"x")),
    ],
    ids=("zip", "pax", "tar.gz in zip", "tar.gz in tar.gz", "gzip twice in tar", "gzipped zip", "gzip twice"),
)
def test_archive_within_an_archive_is_one_problem(packed, sources):
    ((_, _, failure),) = contents(sources(packed))
    assert failure == WITHIN


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"BZh91AY&SY...", "it is packed by bzip2, which is not read: unpack it first"),
        (b"\xfd7zXZ\0...", "it is packed by xz, which is not read: unpack it first"),
        (b"7z\xbc\xaf\x27\x1c...", "it is packed by 7-Zip, which is not read: unpack it first"),
        (b"Rar!\x1a\x07...", "it is packed by RAR, which is not read: unpack it first"),
        (
            zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}),
            "it is a document of an office program",
        ),
        (zipped({}), "the archive holds no file"),
        (zipped({"a/": b""}), "the archive holds no file"),
        (
            PACKED["zip"][:-30],
            "the zip archive is damaged or was cut off: the directory at its end is missing",
        ),
        (
            b"PK\3\4" + b"x" * 100,
            "the zip archive is damaged or was cut off: the directory at its end is missing",
        ),
        (PACKED["zip"].replace(b"PK\1\2", b"PK\1\3"), "the zip archive is damaged or was cut off"),
        (b"\x1f\x8b" + b"x" * 100, "the gzip is damaged"),
        (b"\x1f\x8b", "the gzip was cut off: its end is missing"),
        (gzip.compress(b"") * 2_000, "the gzip has more than 1,000 empty members"),
    ],
)
def test_what_is_no_archive_that_can_be_read_is_one_clear_line(content, words, sources):
    ((name, read, failure),) = contents(sources(content))
    assert (name, read) == ("", b"")
    assert failure.startswith(words)


NOISY = b"".join(b"%d date\n" % NOISE.getrandbits(60) for _ in range(20_000))


@pytest.mark.parametrize(
    ("packed", "words"),
    [
        (gzip.compress(NOISY)[:-12], "the gzip was cut off: its end is missing"),
        (
            gzip.compress(NOISY) + b"junk",
            "what follows the end of the gzip is none: all before that was read",
        ),
        (gzip.compress(NOISY)[:-8] + bytes(8), "the gzip is damaged"),
    ],
)
def test_what_is_good_is_read_before_damage_is_told(packed, words, sources):
    ((_, read, failure),) = contents(sources(packed))
    assert NOISY.startswith(read)
    assert len(read) > len(NOISY) - 70_000
    assert failure.startswith(words)


def test_all_that_can_be_unpacked_of_a_cut_file_reaches_the_reader(sources):
    text = b"".join(b'{"headline": "No. %d", "published": "2017-06-09"}\n' % number for number in range(100))
    found, items = sources(gzip.compress(text)[:-8]), []
    source = next(found)
    with pytest.raises(ImportFailure, match="the gzip was cut off"), source.open() as stream:
        head, whole = peeked(stream)
        items.extend(importer_for(head, "").read(whole, source="", options=Options()))
    assert len(items) == 100


def test_last_record_before_junk_is_whole(sources):
    source = next(
        found := sources(gzip.compress(b'{"headline": "One", "published": "2017-06-09"}') + b"junk")
    )
    items = []
    with (
        pytest.raises(ImportFailure, match="what follows the end of the gzip is none"),
        source.open() as stream,
    ):
        items.extend(json_lines.read(stream, source="", options=Options()))
    assert len(items) == 1
    assert list(found) == []


def test_junk_after_a_packed_tar_is_told_after_its_members(sources):
    assert contents(sources(PACKED["tar.gz"] + b"junk")) == [
        *((name, text, "") for name, text in TEXTS.items()),
        ("", b"", "what follows the end of the gzip is none: all before that was read"),
    ]


def test_damage_in_a_member_harms_no_other(sources):
    packed = bytearray(zipped({"a.txt": NOISY, "b.txt": b"good"}))
    packed[200:300] = bytes(100)
    first, second = contents(sources(bytes(packed)))
    assert first[2].startswith("it is damaged")
    assert second == ("b.txt", b"good", "")
    packed = tarred({"a.gz": gzip.compress(NOISY)[:1_000], "b.txt": b"good"})
    first, second = contents(sources(packed))
    assert first[2] == "the gzip was cut off: its end is missing"
    assert second == ("b.txt", b"good", "")


@pytest.mark.parametrize(
    ("packed", "expected"),
    [
        (tarred({"a": b"good", "b": b"x" * 5_000})[:3_000], [("b", "the tar archive was cut off in the middle of a member")]),
        (tarred({"a": b"good", "b": b"x"})[:1_100], [("", "the tar archive is damaged or was cut off: a header is broken")]),
        (tarred({"a": b"good"}) + b"junk" * 200, [("", "the tar archive is damaged or was cut off: a header is broken")]),
        (tarred({"a": b"good", "b": NOISY}, "w:gz")[:20_000], [("b", "the gzip was cut off: its end is missing")]),
    ],
)  # fmt: skip
def test_tar_that_is_cut_or_goes_on_wrongly_is_told_once_after_what_is_good(packed, expected, sources):
    found = contents(sources(packed))
    assert found[0] == ("a", b"good", "")
    assert [(name, failure) for name, _, failure in found if failure] == expected


def test_size_that_lies_is_found_out(sources):
    packed = bytearray(zipped({"a.txt": b"x" * 1_000, "b.txt": b"good"}, zipfile.ZIP_STORED))
    place = packed.index(b"PK\1\2")
    struct.pack_into("<L", packed, place + 24, 10)
    first, second = contents(sources(bytes(packed)))
    assert first[2] == "it is damaged: its length or its checksum is not what the archive says"
    assert second[1] == b"good"
    struct.pack_into("<LL", packed, place + 20, 0xFFFFFFF0, 0xFFFFFFF0)
    assert contents(sources(bytes(packed)))[0][2] == "the zip archive is damaged or was cut off"
    struct.pack_into("<L", packed, place + 42, 0xFFFFFFF0)
    assert contents(sources(bytes(packed)))[0][2] == "the zip archive is damaged or was cut off"


def bomb(megabytes):
    return gzip.compress(bytes(1_000_000) * megabytes)


@pytest.mark.parametrize(
    ("packed", "name"),
    [
        (bomb(20), ""),
        (zipped({"a.html": bytes(20_000_000), "b.html": b"x"}), "a.html"),
        (tarred({"a.html": bytes(20_000_000), "b.html": b"x"}, "w:gz"), "a.html"),
        (zipped({"a.html.gz": bomb(20), "b.html": b"x"}), "a.html"),
        (tarred({"a.html.gz": bomb(20), "b.html": b"x"}), "a.html"),
    ],
)
@pytest.mark.parametrize("large", [False, True])
def test_bomb_is_one_clear_line_and_nothing_more_of_it_is_read(packed, name, large, sources):
    assert [(found, failure) for found, _, failure in contents(sources(packed, large=large))] == [
        (name, RATIO)
    ]


def test_bomb_is_found_out_even_if_nobody_reads_it(sources):
    packed = tarred({"a.html": bytes(20_000_000), "b.html": b"x"}, "w:gz")
    assert [source.name for source in sources(packed)] == ["a.html", ""]


def test_members_that_share_their_bytes_are_a_bomb_together(sources):
    once = zipped({"a": bytes(9_000_000)})
    directory = once.index(b"PK\1\2")
    end = once.index(b"PK\5\6")
    entries = once[directory:end] * 50
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 50, 50, len(entries), directory, 0)
    assert [failure for _, _, failure in contents(sources(once[:directory] + entries + tail))] == ["", RATIO]


@pytest.mark.parametrize(
    ("bound", "most", "packed", "reason"),
    [
        ("MAX_PACKED", 1_000_000, zipped({"a": os.urandom(1_200_000)}), "it has more than 1 MB packed"),
        ("MAX_PACKED", 1_000_000, gzip.compress(os.urandom(1_200_000)), "it has more than 1 MB packed"),
        ("MAX_UNPACKED", 1_000_000_000, None, ""),
        ("MAX_MEMBERS", 3, zipped(dict.fromkeys("abcd", b"x")), "it has more than 3 members"),
        ("MAX_MEMBERS", 3, tarred(dict.fromkeys("abcd", b"x")), "it has more than 3 members"),
    ],
)
def test_archive_beyond_a_bound_is_one_clear_line_unless_it_is_trusted(
    bound, most, packed, reason, sources, monkeypatch
):
    if packed is None:
        packed, most, reason = gzip.compress(NOISY), 100_000, "it unpacks to more than 0 GB"
    monkeypatch.setattr(unpacking, bound, most)
    assert [failure for _, failure in failures(sources(packed))] == [
        f"{reason}: --large reads it if you trust it"
    ]
    assert failures(sources(packed, large=True)) == []


def test_tar_that_is_not_packed_has_no_bound_but_that_of_its_members(sources, monkeypatch):
    monkeypatch.setattr(unpacking, "MAX_PACKED", 1_000)
    monkeypatch.setattr(unpacking, "MAX_UNPACKED", 1_000)
    assert failures(sources(tarred({"a": NOISY}))) == []


def test_zip_of_too_many_members_is_refused_before_any_is_read(sources):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}.html", b"")
    reason = "it has more than 10,000 members: --large reads it if you trust it"
    tracemalloc.start()
    assert contents(sources(packed.getvalue())) == [("", b"", reason)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000
    assert sum(1 for _ in sources(packed.getvalue(), large=True)) == 10_001


def test_memory_does_not_grow_with_the_member(tmp_path):
    text = NOISY * 20
    for name, packed in (
        ("a.gz", gzip.compress(text, 1)),
        ("a.zip", zipped({"x": text})),
        ("a.tar", tarred({"x": text})),
    ):
        (tmp_path / name).write_bytes(packed)
        tracemalloc.start()
        for source in open_sources([tmp_path / name], io.BytesIO()):
            with source.open() as stream:
                assert sum(len(piece) for piece in iter(lambda: stream.read(65_536), b"")) == len(text)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 2_000_000


def test_header_of_tar_that_claims_gigabytes_is_refused(sources):
    header = member("././@PaxHeader", 8_000_000_000, tarfile.XHDTYPE).tobuf(tarfile.GNU_FORMAT)
    assert failures(sources(header + bytes(100_000))) == [
        ("", "the tar archive has a header of more than 65,536 bytes")
    ]


@pytest.mark.parametrize("kind", sorted(PACKED))
def test_nothing_else_than_a_failure_comes_of_a_damaged_container(kind, tmp_path):
    luck = random.Random(kind)
    packed = PACKED[kind]
    for number in range(120):
        damaged = bytearray(packed[: luck.randrange(len(packed))] if number % 3 == 0 else packed)
        for _ in range(luck.randrange(1, 5)):
            place = luck.randrange(len(damaged)) if damaged else 0
            damaged[place : place + 1] = luck.randbytes(luck.randrange(3))
        (tmp_path / "x").write_bytes(damaged)
        contents(open_sources([tmp_path / "x"], io.BytesIO()))
        contents(open_sources(["-"], io.BytesIO(bytes(damaged))))
