"""What the names of an archive's members may be, and how the archive of news knows them. Nothing is written to disk."""

import re

from articles.characters import normalise

LONGEST_NAME = 300

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_HIDDEN = re.compile(r"(?:^|/)(?:\.[^/]|__MACOSX/)")
_UNSAFE = {
    re.compile(r"^$"): "no name",
    _CONTROL: "a control character in its name",
    re.compile(r"\\"): "a backslash in its name",
    re.compile(r"^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)"): "the name of a place outside the archive",
    re.compile(rf"^.{{{LONGEST_NAME + 1}}}"): f"a name of more than {LONGEST_NAME} characters",
}


def problem_of(name: str) -> str:
    """Return what is wrong with the name of a member, "" if nothing is."""
    return next((f"it has {what}" for form, what in _UNSAFE.items() if form.search(name)), "")


def is_hidden(name: str) -> bool:
    """Say whether a member, or a folder it is in, is hidden, or was added by macOS."""
    return bool(_HIDDEN.search(name.removeprefix("./")))


def shown(archive: str, member: str) -> str:
    """Return the name of a member with that of its archive, whatever is in it."""
    parts = [part for part in _CONTROL.sub("\ufffd", member).split("/") if part not in ("", ".")]
    within = "/".join(parts).encode("utf-8", "replace").decode()[: LONGEST_NAME + 1]
    return normalise(f"{archive}/{within}" if archive else within)


def without_suffix(name: str) -> str:
    """Return the name of a file packed by gzip as it was before."""
    return name[:-3] if name.lower().endswith(".gz") else name
