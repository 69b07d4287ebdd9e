"""The secrets of second factors, sealed before they reach the database, so that a copy of it opens no account."""

import base64

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class SealedSecrets(DefaultMFAAdapter):
    """allauth asks us to seal and to open. The key comes from SECRET_KEY; SECRET_KEY_FALLBACKS open what an earlier one sealed."""

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Raises cryptography.fernet.InvalidToken where no key of ours sealed the text."""
        return _box().decrypt(encrypted_text.encode()).decode()


def _box() -> MultiFernet:
    return MultiFernet([Fernet(_key(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"second factors").derive(secret.encode())
    return base64.urlsafe_b64encode(derived)
