"""Which addresses of the network a news reader has no business with."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# Source: IANA IPv4 Special-Purpose Address Registry and IPv4 Multicast Address Space, read 2025; the last is the address at
# which one large cloud answers its own machines. `ipaddress.is_global` of Python 3.11 passes some of them.
_IPV4: tuple[tuple[IPv4Network, str], ...] = tuple(
    (IPv4Network(block), name)
    for block, name in (
        ("0.0.0.0/8", "this network"), ("10.0.0.0/8", "private"), ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"), ("169.254.0.0/16", "link-local"), ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "protocol assignments"), ("192.0.2.0/24", "documentation"), ("192.88.99.0/24", "6to4 relay"),
        ("192.168.0.0/16", "private"), ("198.18.0.0/15", "benchmarking"), ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"), ("224.0.0.0/4", "multicast"), ("240.0.0.0/4", "reserved"),
        ("168.63.129.16/32", "cloud metadata"),
    )
)  # fmt: skip
# Source: IANA IPv6 Special-Purpose Address Registry. Of IPv6 only 2000::/3 is given out: all else is refused below.
_IPV6: tuple[tuple[IPv6Network, str], ...] = tuple(
    (IPv6Network(block), name)
    for block, name in (
        ("::1/128", "loopback"), ("::ffff:0:0/96", "IPv4-mapped"), ("64:ff9b::/96", "NAT64"), ("64:ff9b:1::/48", "NAT64"),
        ("fc00::/7", "private"), ("fe80::/10", "link-local"), ("ff00::/8", "multicast"), ("2001::/32", "Teredo"),
        ("2001::/23", "protocol assignments"), ("2001:db8::/32", "documentation"), ("2002::/16", "6to4"),
        ("3fff::/20", "documentation"),
    )
)  # fmt: skip
_GIVEN_OUT = IPv6Network("2000::/3")


def refused_range(address: str) -> str | None:
    """The name of the range for which an IP address is refused, None for a public one. A zone ("%eth0") names no public address.

    Raises ValueError for what is no IP address.

    >>> refused_range("127.0.0.1"), refused_range("64:ff9b::a00:1"), refused_range("9.9.9.9")
    ('loopback', 'NAT64', None)
    """
    found = ip_address(address)
    if isinstance(found, IPv4Address):
        return next((name for block, name in _IPV4 if found in block), None)
    return _of_ipv6(found)


def _of_ipv6(found: IPv6Address) -> str | None:
    if found.scope_id is not None:
        return "link-local"
    named = next((name for block, name in _IPV6 if found in block), None)
    return named or (None if found in _GIVEN_OUT else "not given out")
