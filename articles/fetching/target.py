"""What an address asks for: which host, at which port, for what."""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv6Address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from articles.fetching.failures import Refused

LONGEST = 2_000
PORTS = {"http": 80, "https": 443}
FIRST_FREE_PORT = 1024
"""Below it live the services of a machine, and of them only the web is asked."""

_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*", re.A)
_LONGEST_NAME = 253
_SAFE = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Target:
    """An address, taken apart. `host` is in ASCII and lower case; `path` is what stands in the request, query and all."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def place(self) -> str:
        """The host and, unless it is the usual one, the port, as they stand in an address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """The address up to the path."""
        return f"{self.scheme}://{self.place}"

    @property
    def url(self) -> str:
        """The whole address, without its fragment."""
        return self.origin + self.path


def target_of(url: str) -> Target:
    """Return what `url` asks for; raises Refused if it is no address of the web, or one that is not asked."""
    if len(url) > LONGEST:
        raise Refused(f"the address is longer than {LONGEST:,} characters")
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        path = quote(parts.path or "/", _SAFE) + (
            f"?{quote(parts.query, _SAFE + '?')}" if parts.query else ""
        )
    except ValueError as problem:
        raise Refused(f"{url[:100]!r} is no address: {problem}") from problem
    if parts.scheme not in PORTS:
        raise Refused(f"{url[:100]!r} is no address of the web: it must begin with http:// or https://")
    if parts.username is not None or parts.password is not None:
        raise Refused("the address holds a user name or a password, which are never sent")
    port = PORTS[parts.scheme] if port is None else port
    if port not in PORTS.values() and port < FIRST_FREE_PORT:
        raise Refused(f"the port {port} is not asked: 80, 443 and those from {FIRST_FREE_PORT} are")
    return Target(parts.scheme, _host(parts), port, path)


def redirected(target: Target, location: str) -> Target:
    """Return where a redirect leads; raises Refused if it leads out of the web or from HTTPS to HTTP."""
    try:
        url = urljoin(target.url, location.strip())
    except ValueError as problem:
        raise Refused(f"it redirects to {location[:100]!r}, which is no address") from problem
    reached = target_of(url)
    if target.scheme == "https" and reached.scheme == "http":
        raise Refused(
            f"it redirects from https to {reached.url[:100]}, where anyone could change what is read"
        )
    return reached


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    if ":" in host:
        try:
            return str(IPv6Address(host.partition("%")[0]))
        except AddressValueError as problem:
            raise Refused(f"{host[:100]!r} is no host: {problem}") from problem
    try:
        name = host.encode("idna").decode("ascii").lower() if len(host) <= _LONGEST_NAME else ""
    except UnicodeError:
        name = ""
    if not _NAME.fullmatch(name):
        raise Refused(f"{host[:100]!r} is no name of a host")
    return name
