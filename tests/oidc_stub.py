"""An identity provider in miniature, on 127.0.0.1: discovery, a sign-in page, tokens with PKCE, and keys. It can be told to misbehave."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID, CLIENT_SECRET = "the-service", "a secret between the two"
KEY_ID = "key-1"


@dataclass
class Stub:
    """What the provider will say. `claims` go into the token over what belongs there; None takes a claim away."""

    address: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    discovery: dict[str, Any] = field(default_factory=dict)
    user_info: dict[str, Any] = field(default_factory=dict)
    signs_with: Any = None
    algorithm: str = "RS256"
    key_id: str = KEY_ID
    down: set[str] = field(default_factory=set)
    refuses: str = ""
    slow_seconds: float = 0
    asked: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(public_exponent=65537, key_size=2048))

    def person(self, subject: str, email: str, *, verified: bool = True) -> None:
        """Who is signed in at the provider."""
        self.claims = {"sub": subject, "email": email, "email_verified": verified}

    def discovered(self) -> dict[str, Any]:
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "userinfo_endpoint": f"{self.address}/userinfo",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **self.discovery,
        }

    def keys(self) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [public | {"kid": KEY_ID, "use": "sig", "alg": "RS256"}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Sign in whoever asks, and give the address to send the browser back to."""
        if self.refuses:
            return f"{asked['redirect_uri']}?{urlencode({'error': self.refuses, 'state': asked['state']})}"
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(8)
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, sent: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Exchange a code, once, for tokens: only for our client, its secret, and whoever holds the verifier."""
        begun = self.codes.pop(sent.get("code", ""), None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(sent.get("code_verifier", "").encode()).digest()).rstrip(b"=").decode()
        right = begun and begun["code_challenge"] == challenge and begun["redirect_uri"] == sent.get("redirect_uri")
        if not begun or not right or (sent.get("client_id"), sent.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT_ID, "iat": now, "exp": now + 300, "nonce": begun.get("nonce"), **self.claims}
        claims = {name: value for name, value in claims.items() if value is not None}
        key = None if self.algorithm == "none" else self.signs_with or self.key
        signed = jwt.encode(claims, key, algorithm=self.algorithm, headers={"kid": self.key_id})
        return 200, {"access_token": "opens-userinfo", "token_type": "Bearer", "id_token": signed}


def _handler(stub: Stub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.told()
            query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
            if path == "/.well-known/openid-configuration":
                self.say(200, stub.discovered())
            elif path == "/keys":
                self.say(200, stub.keys())
            elif path == "/userinfo" and self.headers["Authorization"] == "Bearer opens-userinfo":
                self.say(200, stub.user_info)
            elif path == "/authorize":
                self.send_response(302)
                self.send_header("Location", stub.authorize(query))
                self.end_headers()
            elif path == "/elsewhere":
                self.send_response(302)
                self.send_header("Location", f"{stub.address}/keys")
                self.end_headers()
            else:
                self.say(404, {})

        def do_POST(self) -> None:
            path = self.told()
            sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.say(*(stub.token({name: values[0] for name, values in sent.items()}) if path == "/token" else (404, {})))

        def told(self) -> str:
            path = urlsplit(self.path).path
            stub.asked.append(path)
            time.sleep(stub.slow_seconds)
            return path if path not in stub.down else "/down"

        def say(self, status: int, content: dict[str, Any]) -> None:
            body = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            # Whoever asked may not have waited.
            with suppress(OSError):
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Keep quiet."""

    return Handler


@contextmanager
def serving() -> Iterator[Stub]:
    """A provider that answers until the block ends."""
    stub = Stub()
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(stub)) as server:
        stub.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield stub
        finally:
            server.shutdown()
            thread.join()
