"""Why a file is not taken, or not written."""


class Refused(Exception):
    """The whole file can't be taken, or written; the message says why."""


class Unfit(ValueError):
    """A value is none that the archive can hold; the message says why."""


class WrongRecord(Refused):
    """One record can't be taken, and so neither can the file."""

    def __init__(self, member: str, line: int, reason: str) -> None:
        super().__init__(f"{member}:{line}: {reason}")
