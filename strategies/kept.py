"""The sections of a frozen version, as they were kept."""

import dataclasses

from strategies.models import Version

BY_PLACE = "place-"


@dataclasses.dataclass(frozen=True)
class KeptSection:
    """`key` names the section within its version and, where it was the same section of the draft, in the versions before and after."""

    key: str
    heading: str
    text: str

    @property
    def known(self) -> bool:
        """Does its key say which section of the draft it was, or only where it stood?"""
        return not self.key.startswith(BY_PLACE)


def kept_sections(version: Version) -> list[KeptSection]:
    """In order; none for a version that is a document or a link. Those of old versions, kept without keys, are named by their place."""
    return [
        KeptSection(section.get("key") or f"{BY_PLACE}{place}", section["heading"], section["text"])
        for place, section in enumerate(version.sections, start=1)
    ]
