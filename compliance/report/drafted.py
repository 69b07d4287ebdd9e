"""On paper: how a strategy came about. The boards that were asked, who of them answered what, and how many comments were made."""

from collections.abc import Iterable

from compliance.facts import VersionFacts
from compliance.report.layout import Block, Column, Pairs, Remark, Table, said_or_not
from compliance.report.source import ReportSource
from compliance.report.the_drafting import RoundTexts
from compliance.requirements.asking import Asked, asked_on
from strategies.models.comment import Answer
from strategies.models.round import BoardsPart, RoundOutcome
from svduty import dates
from svduty.vague_dates import Truth

ANSWERS = (Column("Seat", "w30"), Column("Answer", "w20"), Column("Day", "w15"), Column("Why, or on which conditions"))
COMMENTS = (
    Column("Version", "w20"),
    Column("Comments", "w15"),
    *(Column(answer.label, "w10" if answer == Answer.ACCEPTED else "w15") for answer in Answer),
    Column("Not answered"),
)


def drafting_blocks(source: ReportSource) -> Iterable[Block]:
    """By strategy and version, what was asked, answered and said by the day."""
    versions = [
        version for strategy in source.facts.strategies for version in strategy.versions if version.dated.by(source.as_at) is not Truth.NO
    ]
    blocks = [block for version in versions for block in _rounds(source, version)]
    yield from blocks
    counted = [row for version in versions if (row := _comments(source, version))]
    if counted:
        yield Table("Comments on each version, and what became of them", COMMENTS, tuple(counted))
    if not blocks and not counted:
        yield Remark("No board was asked about a version in a round, and no comment on one is recorded.")


def _rounds(source: ReportSource, version: VersionFacts) -> Iterable[Block]:
    for asked in asked_on(source.facts, version, source.as_at):
        texts = next((texts for texts in source.drafting.rounds if texts.pk == asked.facts.pk), None)
        name = f"{asked.board} on {version.title}, version {version.number}"
        yield Pairs(name, tuple(_about(asked, texts)))
        given = [answer for answer in texts.answers if answer.given_on <= source.as_at] if texts else []
        rows = tuple(
            (
                answer.seat,
                answer.choice,
                dates.say_short(answer.given_on),
                "\n".join(filter(None, [answer.words, answer.deputy and f"By a deputy: {answer.deputy}"])),
            )
            for answer in given
        )
        yield Table(f"Who answered: {name}", ANSWERS, rows) if rows else Remark("Nobody had answered.")


def _about(asked: Asked, texts: RoundTexts | None) -> Iterable[tuple[str, str]]:
    yield "Its part", BoardsPart(asked.facts.part).label
    if texts:
        yield "Asked", texts.asked
    if texts and texts.recommendations:
        yield "Recommendations", "; ".join(f"{number}. {line}" for number, line in enumerate(texts.recommendations, 1))
    yield "Opened", f"{asked.opened}, for answers by {dates.say_short(asked.facts.answer_by)}"
    if texts and texts.unanswered:
        yield "Opened although comments had no answer", texts.unanswered
    yield "Answers", asked.so_far
    if asked.running:
        yield "Outcome", "Still open"
        return
    yield "Closed", f"{dates.say_short(asked.facts.ended_on)}. {texts.closing if texts else ''}".strip() if asked.facts.ended_on else ""
    yield "Quorum", said_or_not(texts and texts.quorum)
    yield "Outcome", RoundOutcome(asked.facts.outcome).label


def _comments(source: ReportSource, version: VersionFacts) -> tuple[str, ...] | None:
    """How many were made by the day, and how many of them had which answer by then."""
    made = [one for one in source.drafting.comments if one.version_pk == version.pk and one.made_on <= source.as_at]
    answered = [one.answer for one in made if one.answered_on and one.answered_on <= source.as_at]
    numbers = [len(made), *(answered.count(answer) for answer in Answer), len(made) - len(answered)]
    return (f"{version.title}, version {version.number}", *(str(number) for number in numbers)) if made else None
