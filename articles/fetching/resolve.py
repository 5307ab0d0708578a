"""Look up a host's addresses, in no more time than there is."""

import socket
from queue import Empty, SimpleQueue
from threading import Thread

from articles.fetching.failures import FetchFailed


def resolved(host: str, seconds: float) -> list[str]:
    """Return the addresses of `host`, each once; raises FetchFailed.

    The system's own look-up knows no time limit, so it runs in a thread that may be left behind.
    """
    answers: SimpleQueue[list[str] | OSError] = SimpleQueue()
    Thread(target=lambda: answers.put(_looked_up(host)), daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise FetchFailed(f"{host}: its address was not found in time") from None
    if isinstance(answer, OSError):
        raise FetchFailed(f"{host}: there is no such host, or its name can’t be looked up now") from answer
    return answer


def _looked_up(host: str) -> list[str] | OSError:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError as problem:
        return problem
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
