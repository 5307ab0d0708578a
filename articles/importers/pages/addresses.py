"""The address that a page gives itself, and the host it stands on."""

from collections.abc import Iterable
from urllib.parse import urljoin

from lxml import etree

from articles.addresses import canonical


def address_of(tree: etree._Element, declared: Iterable[str], base: str) -> str:
    """Return the canonical address that a page declares, absolute; "" if it declares none of the web.

    The link element comes first. The address of a whole site is no article's, though some pages declare it.
    """
    links = (
        link.get("href", "")
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    )
    for written in (*links, *declared):
        address = absolute(written, base)
        if address and (not is_home(address) or is_home(base)):
            return address
    return ""


def absolute(address: str, base: str) -> str:
    """Return an address that stands on the page `base` in full, "" if it is none of the web."""
    try:
        full = urljoin(base, address.strip())
    except ValueError:
        return ""
    return full if canonical(full) else ""


def is_home(address: str) -> bool:
    """Say whether an address is that of a whole site."""
    return (
        "/" not in canonical(address).removeprefix("//") and "?" not in address and bool(canonical(address))
    )


def host_of(address: str) -> str:
    """Return the host of an address without its port and "www.", "" for none."""
    return canonical(address).removeprefix("//").partition("/")[0].partition("?")[0].partition(":")[0]


def site_names(address: str) -> list[str]:
    """Return the names by which a site may be called after its host: "ledger.example", "ledger"."""
    host = host_of(address)
    return [host, *host.split(".")[:1]] if host else []
