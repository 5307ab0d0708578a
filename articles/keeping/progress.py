"""How far a long piece of work has come."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

Progress = Callable[[int, int], None]
"""Is told how many records are done, of how many."""
T = TypeVar("T")
EVERY = 100


@dataclass(slots=True)
class Meter:
    """Counts the records that pass, and tells now and then."""

    total: int
    tell: Progress
    done: int = 0

    def passing(self, records: Iterable[T]) -> Iterator[T]:
        """Yield the records, each counted when the next is asked for."""
        for record in records:
            yield record
            self.done += 1
            if self.done % EVERY == 0 or self.done == self.total:
                self.tell(self.done, self.total)


def told_to(bar: Any) -> Progress:
    """Return what moves a bar of tqdm on."""

    def tell(done: int, total: int) -> None:
        bar.total = total
        bar.update(done - bar.n)

    return tell
