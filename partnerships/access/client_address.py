import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Where a request comes from, to count tries by: behind our balancer the last address that it names, else the connection's.

    Whoever asks may write the others themselves. Of IPv6 it is the /64 network, of which a client has every address.
    """
    named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    said = (settings.BEHIND_TLS_PROXY and named) or request.META.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(said)
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv6Address) and not address.ipv4_mapped:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
