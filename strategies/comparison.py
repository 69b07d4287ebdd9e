"""What changed between two typed versions, section by section."""

import dataclasses

from django.utils.safestring import SafeString

from strategies.models import Version
from svduty.text import differences
from svduty.text.differences import Change


@dataclasses.dataclass(frozen=True)
class ComparedSection:
    """`state`: same, changed, new, removed. `html` marks what was inserted and deleted."""

    heading: str
    state: str
    html: SafeString


def compare_versions(before: Version, after: Version) -> list[ComparedSection]:
    """The sections of `after` in order, then those that only `before` had. Sections are the same one when their headings are."""
    earlier = {section["heading"]: section["text"] for section in before.sections}
    found = []
    for section in after.sections:
        known = section["heading"] in earlier
        parts = differences.compare(earlier.pop(section["heading"], ""), section["text"])
        changed = any(part.change is not Change.SAME for part in parts)
        state = "new" if not known else "changed" if changed else "same"
        found.append(ComparedSection(section["heading"], state, differences.to_html(parts)))
    gone = ((heading, differences.to_html(differences.compare(text, ""))) for heading, text in earlier.items())
    return found + [ComparedSection(heading, "removed", html) for heading, html in gone]
