"""The sections of a frozen version, as they were kept."""

import dataclasses

from strategies.models import Version


@dataclasses.dataclass(frozen=True)
class KeptSection:
    """`key` names the section within its version and, where it was the same section of the draft, in the versions before and after."""

    key: str
    heading: str
    text: str


def kept_sections(version: Version) -> list[KeptSection]:
    """In order; none for a version that is a document or a link. Those of old versions, kept without keys, are named by their place."""
    return [
        KeptSection(section.get("key") or f"place-{place}", section["heading"], section["text"])
        for place, section in enumerate(version.sections, start=1)
    ]
