import re
import unicodedata

LONGEST = 120
UNSAFE = re.compile(r'[<>:"|?*%;&$`\'{}]+')
RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)$")


def safe_name(name: str) -> str:
    """A file's own name, short and harmless on any system: no path, no hidden or direction-changing characters.

    The ending is kept, in small letters; a name of nothing but unsafe characters becomes "file".
    """
    name = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    # Category C holds controls, characters without width and those that turn the direction of reading.
    name = "".join(letter if unicodedata.category(letter)[0] != "C" else "" for letter in name)
    name = re.sub(r"\s+", " ", UNSAFE.sub("-", name)).strip(" .")
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    stem = stem.strip(" .-") or "file"
    if RESERVED.match(stem):
        stem = f"file {stem}"
    ending = ending.strip().lower()[:20]
    suffix = f".{ending}" if ending else ""
    return stem[: LONGEST - len(suffix)].rstrip(" .-") + suffix


def endings(name: str) -> list[str]:
    """The endings of a name, last first, in small letters: "a.tar.GZ" gives gz, tar."""
    return [part.strip().lower() for part in reversed(name.split(".")[1:])]
