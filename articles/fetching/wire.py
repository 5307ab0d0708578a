"""A connection to an address that was checked, with an end to its time and to its bytes."""

import io
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address

from articles.fetching.allowed import IPAddress
from articles.fetching.client import Client
from articles.fetching.failures import FetchFailed, Refused
from articles.fetching.target import Target

HEAD = 100_000
"""Bytes of an answer before its body: status, headers, whatever comes before them."""


class Deadline:
    """The moment by which everything must have come: a drip of one byte a second ends with it too."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds = seconds
        self.clock = clock
        self.moment = clock() + seconds

    def left(self) -> float:
        """Return the seconds left; raises FetchFailed if there are none."""
        left = self.moment - self.clock()
        if left <= 0:
            raise FetchFailed(f"it was not all there within {self.seconds:g} seconds")
        return left

    @contextmanager
    def suspended(self) -> Iterator[None]:
        """Don't count the time that passes inside."""
        began = self.clock()
        yield
        self.moment += self.clock() - began


class Wire:
    """What `http.client` takes for a socket. `allowance` is how many bytes may still come."""

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        self.connection = connection
        self.deadline = deadline
        self.allowance = HEAD

    def sendall(self, sent: bytes) -> None:
        """Send all of it, in the time left."""
        self.connection.settimeout(self.deadline.left())
        self.connection.sendall(sent)

    def makefile(self, mode: str) -> io.BufferedReader:
        """Return a stream of what the server sends."""
        return io.BufferedReader(_Received(self))

    def close(self) -> None:
        """Leave the connection open: the answer is read after the request is done with."""

    def receive(self, buffer: memoryview) -> int:
        """Read into `buffer` what has come, in the time left; return the number of bytes, 0 at the end."""
        self.connection.settimeout(self.deadline.left())
        number = self.connection.recv_into(buffer)
        self.allowance -= number
        if self.allowance < 0:
            raise Refused("the server sends more than it may")
        return number


class _Received(io.RawIOBase):
    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        return self._wire.receive(buffer)


@contextmanager
def connected(target: Target, client: Client, deadline: Deadline) -> Iterator[Wire]:
    """Connect to `target`, with TLS where it asks for that, and hang up afterwards. Raises FetchFailed, OSError.

    The name is looked up once, and the connection goes to an address that was checked: whoever answers another
    time with another address (DNS rebinding) is not asked.
    """
    connection = _connection(checked(target, client, deadline), target.port, deadline)
    try:
        connection.settimeout(deadline.left())
        if target.scheme == "https":
            connection = client.tls.wrap_socket(connection, server_hostname=target.host)
        yield Wire(connection, deadline)
    finally:
        connection.close()


def checked(target: Target, client: Client, deadline: Deadline) -> list[IPAddress]:
    """Return the addresses of a target's host; raises Refused if one of them may not be connected to."""
    addresses = [ip_address(address) for address in client.resolve(target.host, deadline.left())]
    if not addresses:
        raise FetchFailed(f"{target.host}: it has no address")
    for address in addresses:
        if not client.allowed.permits(target.host, address):
            raise Refused(
                f"{target.host} is at {address}, which is no public address: "
                "name the host in NEWSROOM_FETCH_ALLOW if it is yours"
            )
    return addresses


def _connection(addresses: list[IPAddress], port: int, deadline: Deadline) -> socket.socket:
    """Connect to the first of the addresses that answers, each in its share of the time left."""
    last: OSError | None = None
    for place, address in enumerate(addresses):
        try:
            return _reached(address, port, deadline.left() / (len(addresses) - place))
        except OSError as problem:
            last = problem
    raise last or OSError("no address")


def _reached(address: IPAddress, port: int, seconds: float) -> socket.socket:
    connection = socket.socket(socket.AF_INET if address.version == 4 else socket.AF_INET6)
    connection.settimeout(seconds)
    try:
        connection.connect((str(address), port))
    except OSError:
        connection.close()
        raise
    return connection
