"""An assurance statement or a report to a committee as a document to take away."""

import hashlib
import re

from strategies.export.version_writing import INVENTED, PRODUCT
from strategies.export.writing import Chapter, NothingToExport, Prose, Writing, short_seal
from strategies.models import AssuranceStatement, CommitteeReport
from svduty import dates

HEADING = re.compile(r"^##[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
UNHEADED = "Summary"


def composed_writing(found: AssuranceStatement | CommitteeReport) -> Writing:
    """Each heading of the second level begins a chapter. Raises NothingToExport while there is no text."""
    if not found.text.strip():
        raise NothingToExport("There is no text yet. Compose it first, then take it away.")
    draft = not (isinstance(found, AssuranceStatement) and found.approved_on)
    seal = hashlib.sha256(found.text.encode()).hexdigest()
    as_at = dates.say_short(found.as_at) if found.as_at else ""
    return Writing(
        product=PRODUCT,
        title=str(found),
        of=found.partnership.name,
        marking=". ".join(filter(None, [INVENTED if found.partnership.invented else "", "DRAFT" if draft else ""])),
        facts=tuple((label, said) for label, said in [*_facts(found), ("The position as at", as_at)] if said),
        foot=f"{found}. Seal {short_seal(seal)}.",
        seal=seal,
        made_on=found.as_at or found.partnership.records_from,
        chapters=_chapters(found.text),
    )


def _facts(found: AssuranceStatement | CommitteeReport) -> list[tuple[str, str]]:
    if isinstance(found, CommitteeReport):
        meeting = dates.say_short(found.meeting_on) if found.meeting_on else ""
        return [("To", found.committee), ("Meeting of", meeting), ("Report of", found.by)]
    approved = f"{found.approved_by or 'Approved'}, {found.approved_on}" if found.approved_on else ""
    return [("Year", str(found.year)), ("Approved by", approved), ("Published", str(found.published_on or ""))]


def _chapters(text: str) -> tuple[Chapter, ...]:
    text = text.replace("\r\n", "\n")
    begins = list(HEADING.finditer(text))
    ends = [*(one.start() for one in begins[1:]), len(text)]
    before = text[: begins[0].start()] if begins else text
    chapters = [Chapter(one[1], (Prose(text[one.end() : end].strip()),)) for one, end in zip(begins, ends, strict=True)] if begins else []
    return (*([Chapter(UNHEADED, (Prose(before.strip()),))] if before.strip() else []), *chapters)
