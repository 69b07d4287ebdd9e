from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Where a request comes from, to count tries by: behind our balancer the last address that it names, else the connection's."""
    named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return (getattr(settings, "BEHIND_TLS_PROXY", False) and named[:60]) or request.META.get("REMOTE_ADDR", "")
