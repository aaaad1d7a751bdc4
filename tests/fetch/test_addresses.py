from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.fetch.addresses import is_public

# From the registries of IANA, independent of what Python's tables hold.
CLOSED_4 = [
    IPv4Network(n)
    for n in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
        "192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
    ).split()
]
WAYS_TO_WRITE_IPV4 = (0xFFFF << 32, 0x64FF9B << 96)  # mapped, NAT64
DEAD_TUNNELS = (IPv6Network("2002::/16"), IPv6Network("2001::/32"))

addresses_4 = st.integers(0, 2**32 - 1).map(IPv4Address)
closed_4 = st.sampled_from(CLOSED_4).flatmap(
    lambda n: st.integers(int(n.network_address), int(n.broadcast_address)).map(IPv4Address)
)


@given(closed_4)
def test_no_address_of_a_closed_network_is_public(address: IPv4Address) -> None:
    assert not is_public(str(address))


@given(addresses_4)
def test_every_other_address_is_public(address: IPv4Address) -> None:
    closed = any(address in network for network in CLOSED_4) or str(address) == "168.63.129.16"
    assert is_public(str(address)) is not closed


@given(addresses_4 | closed_4, st.sampled_from(WAYS_TO_WRITE_IPV4))
def test_an_ipv4_address_written_as_ipv6_is_as_public_as_itself(address: IPv4Address, way: int) -> None:
    assert is_public(str(IPv6Address(way | int(address)))) is is_public(str(address))


@given(st.integers(0, 2**128 - 1).map(IPv6Address))
def test_public_ipv6_is_global_unicast_or_stands_for_public_ipv4(address: IPv6Address) -> None:
    if is_public(str(address)):
        stands_for_4 = address.ipv4_mapped or address in IPv6Network("64:ff9b::/96")
        assert address in IPv6Network("2000::/3") or stands_for_4
        assert not any(address in network for network in DEAD_TUNNELS)


@given(addresses_4, st.integers(0, 2**80 - 1))
def test_a_6to4_tunnel_is_never_public(address: IPv4Address, rest: int) -> None:
    assert not is_public(str(IPv6Address(0x2002 << 112 | int(address) << 80 | rest)))


@pytest.mark.parametrize(
    "address",
    "::1 :: ::ffff:127.0.0.1 ::127.0.0.1 ::ffff:0:127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::808:808 fe80::1 fe80::1%eth0 "
    "2606:4700::1111%eth0 fc00::1 fd00:ec2::254 fec0::1 ff02::1 ff0e::1 100::1 2001:db8::1 2001:0:808:808::1 "
    "3fff::1 5f00::1 192.0.0.192 168.63.129.16 100.100.100.200 255.255.255.255".split(),
)
def test_addresses_that_lead_inside(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_addresses_of_the_public_internet(address: str) -> None:
    assert is_public(address)


@given(st.text())
def test_what_is_no_address_is_not_public(words: str) -> None:
    assert isinstance(is_public(words), bool)


@pytest.mark.parametrize("words", ["", "localhost", "0x7f.1", "127.1", "2130706433", "08.8.8.8", "8.8.8.8/32"])
def test_other_ways_of_writing_are_not_guessed(words: str) -> None:
    assert not is_public(words)
