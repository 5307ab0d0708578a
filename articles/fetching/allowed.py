"""Which addresses may be connected to: those that anyone on the internet can reach, and those an operator names.

A feed, a page or a redirect that names an address inside the network must not make the archive ask there (server-side
request forgery). What is public is told by IANA's registries of special-purpose addresses (RFC 6890), as far as `ipaddress`
knows them, and by the list below of what it counts as public and is not, or carries an IPv4 address inside.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

IPAddress = IPv4Address | IPv6Address
IPNetwork = IPv4Network | IPv6Network

WIDEST = {4: 8, 6: 7}
"""The shortest prefix an operator may name: 10.0.0.0/8 and fc00::/7 are the largest private networks."""

_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?", re.I | re.A)
_NOT_PUBLIC = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24",  # protocol assignments
            "192.88.99.0/24",  # relays of 6to4
            "2001::/23",  # Teredo and other protocol assignments
            "2002::/16",  # 6to4
            "3fff::/20",  # documentation
        ),
    )
)
_UNICAST = IPv6Network("2000::/3")
_TRANSLATED = IPv6Network("64:ff9b::/96")
_NEVER = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "169.254.0.0/16",  # link-local, where clouds tell machines their secrets
            "224.0.0.0/3",  # multicast, reserved, broadcast
            "::/128",
            "fd00:ec2::254/128",
            "fe80::/10",
            "ff00::/8",
        ),
    )
)


class NoPlace(ValueError):
    """What an operator names as allowed is neither a host nor a network that can be; the message says why."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What an operator allows beside the public addresses: hosts by their names, networks by their addresses."""

    hosts: frozenset[str] = frozenset()
    networks: tuple[IPNetwork, ...] = ()

    def permits(self, host: str, address: IPAddress) -> bool:
        """Say whether to connect to `address` for the sake of `host`, a name in lower case or an address."""
        address = _carried(address)
        if any(address in network for network in _NEVER):
            return False
        return (
            is_public(address) or host in self.hosts or any(address in network for network in self.networks)
        )


def allowed_places(places: Iterable[str]) -> Allowed:
    """Return what `places` allow: names of hosts, addresses, networks as 10.20.0.0/16. Raises NoPlace."""
    hosts, networks = set(), []
    for place in places:
        if "/" in place:
            networks.append(_network(place))
        else:
            hosts.add(_host(place))
    return Allowed(frozenset(hosts), tuple(networks))


def is_public(address: IPAddress) -> bool:
    """Say whether anyone on the internet can reach `address`; one that carries another is as public as that."""
    address = _carried(address)
    if isinstance(address, IPv6Address) and address not in _UNICAST:
        return False
    return address.is_global and not address.is_multicast and not any(address in net for net in _NOT_PUBLIC)


def _carried(address: IPAddress) -> IPAddress:
    """Return the IPv4 address to which a system or a gateway takes an IPv6 one: IPv4-mapped, NAT64."""
    if isinstance(address, IPv4Address):
        return address
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address


def _network(place: str) -> IPNetwork:
    try:
        network = ip_network(place)
    except ValueError as problem:
        raise NoPlace(f"{place[:100]!r} is no network: {problem}") from problem
    if network.prefixlen < WIDEST[network.version]:
        raise NoPlace(f"{place!r} is too wide: /{WIDEST[network.version]} is the widest")
    return network


def _host(place: str) -> str:
    try:
        return str(ip_address(place.strip("[]")))
    except ValueError:
        if not _HOST.fullmatch(place):
            raise NoPlace(f"{place[:100]!r} is neither a host’s name nor a network") from None
        return place.lower().rstrip(".")
