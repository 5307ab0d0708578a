"""Which addresses the archive connects to."""

from ipaddress import ip_address

import pytest

from articles.fetching.allowed import Allowed, NoPlace, allowed_places, is_public

PRIVATE = (
    "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254", "0.0.0.0",
    "100.64.0.1", "100.127.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1",
    "233.252.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001:0:1::1",
    "2001:10::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1",
    "fe80::1%eth0", "fec0::1", "ff02::1", "ff0e::1",
)  # fmt: skip
PUBLIC = (
    "8.8.8.8", "1.1.1.1", "93.184.215.14", "100.63.255.255", "100.128.0.1", "172.32.0.1", "192.0.1.1", "223.255.255.254",
    "2606:4700:4700::1111", "2001:4860:4860::8888", "2a00:1450:4001::1", "::ffff:8.8.8.8", "64:ff9b::808:808",
)  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_address_inside_a_network_is_not_public(address):
    assert not is_public(ip_address(address))
    assert not Allowed().permits("example.org", ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_address_that_anyone_reaches_is_public(address):
    assert is_public(ip_address(address))
    assert Allowed().permits("example.org", ip_address(address))


def test_host_that_is_named_may_be_anywhere_inside():
    allowed = allowed_places(["Feeds.Intra.Example.org."])
    assert allowed.permits("feeds.intra.example.org", ip_address("10.0.0.1"))
    assert allowed.permits("feeds.intra.example.org", ip_address("::1"))
    assert not allowed.permits("other.intra.example.org", ip_address("10.0.0.1"))


def test_network_that_is_named_allows_its_addresses_alone():
    allowed = allowed_places(["10.20.0.0/16", "fd12::/16"])
    assert allowed.permits("any.example.org", ip_address("10.20.255.1"))
    assert allowed.permits("any.example.org", ip_address("::ffff:10.20.0.1"))
    assert allowed.permits("any.example.org", ip_address("fd12::1"))
    assert not allowed.permits("any.example.org", ip_address("10.21.0.1"))


def test_address_that_is_named_allows_itself_alone():
    allowed = allowed_places(["127.0.0.1", "[::1]"])
    assert allowed.permits("127.0.0.1", ip_address("127.0.0.1"))
    assert allowed.permits("::1", ip_address("::1"))
    assert not allowed.permits("127.0.0.2", ip_address("127.0.0.2"))
    assert not allowed.permits("localhost", ip_address("127.0.0.1"))


@pytest.mark.parametrize(
    "address",
    ["169.254.169.254", "0.0.0.0", "::ffff:169.254.169.254", "fe80::1", "fd00:ec2::254", "224.0.0.1", "::"],
)
def test_what_tells_machines_their_secrets_is_never_asked(address):
    allowed = allowed_places(["metadata.internal", "169.254.0.0/16", "fe80::/10", address])
    assert not allowed.permits("metadata.internal", ip_address(address))
    assert not allowed.permits(address, ip_address(address))


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("0.0.0.0/0", "'0.0.0.0/0' is too wide: /8 is the widest"),
        ("::/0", "'::/0' is too wide: /7 is the widest"),
        ("10.0.0.0/7", "'10.0.0.0/7' is too wide"),
        ("10.0.0.1/8", "'10.0.0.1/8' is no network"),
        ("10.0.0.0/x", "'10.0.0.0/x' is no network"),
        ("http://intra", "'http://intra' is no network"),
        ("*", "'*' is neither a host’s name nor a network"),
        ("", "'' is neither a host’s name nor a network"),
        ("two words", "'two words' is neither a host’s name nor a network"),
        ("host:8000", "'host:8000' is neither a host’s name nor a network"),
    ],
)
def test_place_that_can_not_be_is_refused(place, said):
    with pytest.raises(NoPlace) as problem:
        allowed_places([place])
    assert str(problem.value).startswith(said)
