"""What deserves a second look before it is saved. A true event is never refused: the person is told, and decides."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from partnerships.models.partnership import LegalBasis
from strategies import queries_contents
from strategies.models import Approval, Version
from strategies.models.version import APPROVING, CheckResult, Outcome
from svduty.editing.cautious import Caution
from svduty.editing.records import Withdrawable
from svduty.vague_dates import VagueDate

MOST_NAMED = 5  # empty sections in one sentence
Happening = TypeVar("Happening", bound=Withdrawable)


def about_areas(basis: str, areas: int) -> list[Caution]:
    """Section 8 is for one area, and for more only together with section 9 (s.8(9)); section 9 needs at least two (s.9(13))."""
    if basis == LegalBasis.SECTION_8 and areas > 1:
        return [
            Caution(
                "one-area",
                "A strategy under section 8 alone is for one local government area. For several areas it is made under section 9 as well "
                "(section 8(9)): choose “Sections 8 and 9 together” if that is what was decided.",
            )
        ]
    if basis == LegalBasis.SECTION_9 and areas == 1:
        return [
            Caution(
                "more-areas",
                "A strategy under section 9 is for a wider area, which takes in at least two local government areas, or parts of them "
                "(section 9(13)). Choose the others too, or “Section 8” if it is for this area alone.",
            )
        ]
    return []


def about_check(answers: Iterable[bool], result: str) -> list[Caution]:
    """The Act bars certain material from a strategy (s.8(8), s.9(9)); the check may find that it is there."""
    if result == CheckResult.STILL_THERE:
        return [
            Caution(
                "still-there",
                "The Act does not allow this material in a strategy (sections 8(8) and 9(9)). The check is recorded, and the duty stays "
                "unmet for this version. Take the material out, then record the text as a new version.",
            )
        ]
    if result == CheckResult.NOTHING and not all(answers):
        said = "You answered “No” to a statement, yet the result says that nothing was found."
        return [Caution("contradiction", f"{said} Look at both again.")]
    return []


def about_approval(version: Version, decided_on: VagueDate, outcome: str) -> list[Caution]:
    """Approval before publication is normal, and equality is considered before the decision (Equality Act 2010 s.149)."""
    if outcome not in APPROVING:
        return []
    found = []
    first = first_published(version)
    if first and first.latest < decided_on.earliest:
        found.append(
            Caution("after-publication", f"This version was published on {first}, before this decision. Look at both dates again.")
        )
    assessed = counting(queries_contents.equality_bearing_on(version))
    if not any(assessment.made_on.earliest <= decided_on.latest for assessment in assessed):
        found.append(
            Caution(
                "unassessed",
                "No equality assessment of this version is recorded on or before that day. Public bodies consider equality before they "
                "decide (Equality Act 2010, section 149). If it was made, record it first.",
            )
        )
    return found


def about_equality(version: Version, made_on: VagueDate) -> list[Caution]:
    """Equality is considered before the decision, not after it."""
    approval = first_approved(version)
    if approval and approval.decided_on.latest < made_on.earliest:
        decided = f"{approval.decided_by} approved this version on {approval.decided_on}, before that day."
        return [Caution("after-approval", f"{decided} Equality is to be considered before the decision. Look at both dates again.")]
    return []


def about_publication(version: Version, published_on: VagueDate) -> list[Caution]:
    """A version goes out checked and, as a rule, approved."""
    found = [*_unchecked(version, published_on), *_unapproved(version, published_on), *before_its_date(version, published_on)]
    if first_published(version) is None:
        found += [
            Caution(f"conditions-{one.pk}", f"{said_of_conditions(one)} Say in the note how they were met.") for one in conditional(version)
        ]
    return found


def conditional(version: Version) -> list[Approval]:
    """The decisions that approved the version on conditions, where the same body has not decided otherwise since."""
    last: dict[str, Approval] = {}
    for approval in sorted(counting(version.approvals.all()), key=lambda one: (one.decided_on.latest, one.pk)):
        if approval.outcome != Outcome.NOTED:
            last[approval.decided_by] = approval
    return [approval for approval in last.values() if approval.outcome == Outcome.CONDITIONS]


def said_of_conditions(approval: Approval) -> str:
    """`Cabinet approved it on conditions: name a lead for each aim.`"""
    words = " ".join(approval.conditions.split()).rstrip(".")
    return f"{approval.decided_by} approved it on conditions" + (f": {words}." if words else ", which are not recorded.")


def about_empty(sections: Iterable[Mapping[str, str]]) -> list[Caution]:
    """A version keeps a heading without a text for ever."""
    empty = [f"“{section['heading']}”" for section in sections if not section["text"].strip()]
    if not empty:
        return []
    named = ", ".join(empty[:MOST_NAMED]) + (f" and {len(empty) - MOST_NAMED} more" if len(empty) > MOST_NAMED else "")
    have, them = ("has", "it") if len(empty) == 1 else ("have", "them")
    sentence = f"{named} {have} no text yet. Write {them} first, unless an unfinished draft is to be kept."
    return [Caution("empty-sections", sentence)]


def first_published(version: Version) -> VagueDate | None:
    """When the version was first published, by the records that count."""
    days = [publication.published_on for publication in counting(version.publications.all())]
    return min(days, key=lambda day: (day.latest, day.earliest), default=None)


def first_approved(version: Version) -> Approval | None:
    """The first decision that approved the version."""
    approvals = [approval for approval in counting(version.approvals.all()) if approval.outcome in APPROVING]
    return min(approvals, key=lambda approval: (approval.decided_on.latest, approval.decided_on.earliest), default=None)


def counting(happenings: Iterable[Happening]) -> list[Happening]:
    """Those that were not withdrawn."""
    return [happening for happening in happenings if not happening.withdrawn_on]


def _unchecked(version: Version, published_on: VagueDate) -> list[Caution]:
    before = [check for check in counting(version.sensitivity_checks.all()) if check.checked_on.earliest <= published_on.latest]
    if not before:
        return [
            Caution(
                "unchecked",
                "No sensitivity check of this version is recorded on or before that day. The Act keeps material out of a strategy that "
                "might endanger someone or prejudice an investigation (sections 8(8) and 9(9)). If the check was made, record it first.",
                needs_reason=True,
            )
        ]
    last = max(before, key=lambda check: (check.checked_on.latest, check.pk))
    if last.result == CheckResult.STILL_THERE:
        found = f"The sensitivity check of {last.checked_on} found material in this version that the Act bars (sections 8(8) and 9(9))."
        return [Caution("barred", found, needs_reason=True)]
    return []


def _unapproved(version: Version, published_on: VagueDate) -> list[Caution]:
    approved = first_approved(version)
    if approved is None:
        return [Caution("unapproved", "No approval of this version is recorded.")]
    if approved.decided_on.earliest > published_on.latest:
        decided = f"{approved.decided_by} approved this version on {approved.decided_on}, after that day."
        return [Caution("approved-later", f"{decided} Look at both dates again.")]
    return []


def before_its_date(version: Version, happened_on: VagueDate) -> list[Caution]:
    """What is done with a version follows its own date."""
    if happened_on.latest < version.dated.earliest:
        return [Caution("before-version", f"This version is dated {version.dated}, after that day. Look at both dates again.")]
    return []
