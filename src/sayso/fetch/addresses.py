"""Which internet addresses are public: reachable for everybody, and nobody's own network."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# What Python's own tables leave out, or hold in some versions only (IANA special-purpose address registries).
CLOSED_4 = (
    IPv4Network("192.0.0.0/24"),  # protocol assignments; a cloud answers there with its machine's secrets
    IPv4Network("192.88.99.0/24"),  # relays of 6to4, given up (RFC 7526)
    IPv4Network("168.63.129.16/32"),  # public by number, yet answered by the host of a virtual machine (Azure)
)
OPEN_6 = IPv6Network("2000::/3")  # global unicast; everything else is local, reserved, or a way to write IPv4
CLOSED_6 = (
    IPv6Network("2001::/23"),  # protocol assignments, among them Teredo
    IPv6Network("2001:db8::/32"),  # documentation
    IPv6Network("2002::/16"),  # 6to4, given up (RFC 7526): a tunnel to whatever IPv4 address it holds
    IPv6Network("3fff::/20"),  # documentation
)
NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052


def is_public(address: str) -> bool:
    """Whether ``address`` (IPv4 or IPv6, as the resolver writes it) belongs to the public internet.

    No private, loopback, link-local, shared (RFC 6598), multicast, reserved, documentation or unspecified address is.
    An IPv6 address that stands for an IPv4 one (mapped, RFC 4291; NAT64, RFC 6052) is as public as that one; the
    tunnels 6to4 and Teredo never are. What is no address is not public.
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv4Address):
        return _is_public_4(parsed)
    if parsed.scope_id is not None:
        return False
    inner = _inner(parsed)
    if inner is not None:
        return _is_public_4(inner)
    return parsed in OPEN_6 and parsed.is_global and not any(parsed in network for network in CLOSED_6)


def _inner(address: IPv6Address) -> IPv4Address | None:
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped


def _is_public_4(address: IPv4Address) -> bool:
    closed = address.is_multicast or address.is_reserved or any(address in network for network in CLOSED_4)
    return address.is_global and not closed
