"""What may never stand in the tree: another's assets, a machine's path, a host to install from, a secret, a real person's address."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
BINARY = {".png", ".jpg", ".ico"}
FORBIDDEN = {
    "a path of one machine": re.compile(r"(?<![\w./-])/(?:home|root|Users)/\w"),
    "a private key": re.compile("BEGIN (?:RSA|EC|OPENSSH|PGP) " + "PRIVATE"),
    "a package index": re.compile(r"(?m)^\s*(?:--(?:extra-)?index-url|registry\s*=)"),
}
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
RESERVED = (".example", ".test", ".invalid", "example.org", "example.gov.uk", "@127.0.0.1", "@localhost")
KNOWN_ADDRESSES = {"seriousviolenceduty@homeoffice.gov.uk"}


def tracked() -> dict[str, str]:
    names = subprocess.run(["git", "ls-files", "-z", "--cached"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return {name: (ROOT / name).read_text() for name in names if name and (ROOT / name).is_file() and Path(name).suffix not in BINARY}


def test_no_path_of_a_machine_no_key_and_no_index_is_in_the_tree() -> None:
    guard = str(Path(__file__).relative_to(ROOT))
    found = [
        f"{name}: {what}"
        for name, text in tracked().items()
        if name != guard
        for what, pattern in FORBIDDEN.items()
        if pattern.search(text)
    ]
    assert found == []


def test_lock_files_name_no_host() -> None:
    locks = {name: text for name, text in tracked().items() if re.search(r"requirements/.*\.txt$|lock\.json$", name)}
    assert len(locks) >= 4
    assert [name for name, text in locks.items() if '"resolved"' in text] == []
    assert [name for name, text in locks.items() if name.endswith(".txt") and "://" in text] == []


def test_every_locked_python_package_has_its_hash() -> None:
    for name, text in tracked().items():
        if re.search(r"requirements/.*\.txt$", name):
            assert text.count("--hash=sha256:") >= len(re.findall(r"(?m)^[a-z0-9].*==", text)) > 0, name


def test_addresses_are_invented_or_public() -> None:
    found = {
        address
        for name, text in tracked().items()
        if not name.endswith(("lock.json", "requirements/dev.txt"))
        for address in ADDRESS.findall(text)
        if not address.endswith(RESERVED) and address not in KNOWN_ADDRESSES
    }
    assert found == set()


def test_fonts_and_built_assets_are_not_in_the_tree() -> None:
    assert [name for name in tracked() if re.search(r"\.(woff2?|ttf|otf|min\.(js|css))$", name)] == []
