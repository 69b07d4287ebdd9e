"""What a version or the working draft says on paper. Here alone it is decided what a public copy holds."""

import datetime

from strategies.actions.freeze_version import seal_of
from strategies.cautions import counting, first_published
from strategies.export.writing import Chapter, NothingToExport, Prose, Writing, short_seal
from strategies.kept import kept_sections
from strategies.models import Strategy, Version
from strategies.models.version import APPROVING, Form
from svduty import clock, dates

PRODUCT = "Serious Violence Duty"
INVENTED = "Invented for training"
FOR_COMMENTS = "Draft for comments"


def version_writing(version: Version, *, public: bool) -> Writing:
    """`public`: without who approved it when. Nobody's comments, votes, conditions or notes are in either.

    Raises NothingToExport for a version that is a document or a link.
    """
    if version.form != Form.TYPED:
        raise NothingToExport("This version is a document or a link, so it can be read there and is not made anew here.")
    state = (*(() if public else _approved(version)), *_published(version))
    open_text = not state and not public
    facts = [("Version", str(version.number)), ("Date", str(version.dated))]
    facts += [("State", " ".join(state) if state else FOR_COMMENTS)] if state or not public else []
    return Writing(
        product=PRODUCT,
        title=f"{version.title}, version {version.number}",
        of=version.strategy.partnership.name,
        marking=_marking(version.strategy, FOR_COMMENTS if open_text else ""),
        facts=(*facts, *_about(version.strategy)),
        foot=f"Version {version.number}, {version.dated}. Seal {short_seal(version.sha256)}.",
        seal=version.sha256,
        made_on=clock.day_of(version.frozen_at),
        chapters=tuple(Chapter(section.heading, (Prose(section.text),)) for section in kept_sections(version)),
    )


def draft_writing(strategy: Strategy, sections: list[dict[str, str]], at: datetime.datetime) -> Writing:
    """`sections` as actions.freeze_version.draft gives them. Raises NothingToExport when there are none."""
    if not sections:
        raise NothingToExport("The working draft has no sections yet. Add its first section, then take it away.")
    moment = clock.local(at)
    when = f"{moment:%H:%M} on {dates.say_short(moment.date())}"
    seal = seal_of(sections)
    return Writing(
        product=PRODUCT,
        title=f"{strategy.title}, working draft",
        of=strategy.partnership.name,
        marking=_marking(strategy, "DRAFT"),
        facts=(("State", f"Working draft as it stood at {when}. It can change at any time."), *_about(strategy)),
        foot=f"DRAFT as at {when}. Seal {short_seal(seal)}.",
        seal=seal,
        made_on=moment.date(),
        chapters=tuple(Chapter(section["heading"], (Prose(section["text"]),)) for section in sections),
    )


def _marking(strategy: Strategy, state: str) -> str:
    return ". ".join(filter(None, [INVENTED if strategy.partnership.invented else "", state]))


def _about(strategy: Strategy) -> tuple[tuple[str, str], ...]:
    period = " to ".join(str(day) for day in (strategy.period_from, strategy.period_to) if day)
    areas = ", ".join(area.name for area in strategy.areas.all())
    told = (("Areas", areas), ("Period", period), ("Made under", strategy.get_legal_basis_display()))
    return tuple((label, said) for label, said in told if said)


def _published(version: Version) -> tuple[str, ...]:
    first = first_published(version)
    return (f"Published on {first}.",) if first else ()


def _approved(version: Version) -> tuple[str, ...]:
    approvals = [approval for approval in counting(version.approvals.all()) if approval.outcome in APPROVING]
    return tuple(f"{approval.get_outcome_display()} by {approval.decided_by} on {approval.decided_on}." for approval in approvals)
