"""What every answer has to say to the browser."""

from typing import Any

# A download says that it may do nothing at all, which is stricter.
FRAMES = ("frame-ancestors 'none'", "sandbox")
SCRIPTS = ("default-src 'none'", "default-src 'self'")


def wrong_headers(answer: Any, *, stored: bool = True) -> list[str]:
    """What is amiss in an answer's headers; `stored` says that browsers and proxies may keep it."""
    headers = answer.headers
    policy = headers.get("Content-Security-Policy", "")
    asked = {
        "it may be framed": any(word in policy for word in FRAMES) and headers.get("X-Frame-Options") == "DENY",
        "it may run scripts of others": any(word in policy for word in SCRIPTS) and "unsafe" not in policy,
        "a browser may guess its kind": headers.get("X-Content-Type-Options") == "nosniff",
        "other sites learn where people come from": headers.get("Referrer-Policy") in ("same-origin", "no-referrer"),
        "it may be stored": stored or "no-store" in headers.get("Cache-Control", ""),
    }
    return [f"{what}: {dict(headers)}" for what, good in asked.items() if not good]
