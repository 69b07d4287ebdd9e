"""The comments paper: every comment on a version by section, what became of it and why, then what each board decided."""

import dataclasses
import datetime
from collections.abc import Sequence

from partnerships.models.board import SeatKind
from strategies.export.version_writing import INVENTED, PRODUCT
from strategies.export.writing import Block, Chapter, Plain, Spoken, Table, Writing, short_seal
from strategies.kept import kept_sections
from strategies.models import Approval, ApprovalRound, Comment, Version
from strategies.models.round import RoundState
from svduty import clock, dates

WHOLE = "The whole"
NO_COMMENTS = "Nobody has commented on this version."
NO_DECISIONS = "No board has been asked about this version yet, and no decision on it is recorded."
COLUMNS = ("Section", "Who", "When", "Reply to", "The words it is about", "Comment", "What became of it", "Why", "Answered by", "Withdrawn")


@dataclasses.dataclass(frozen=True)
class Said:
    """All that was said and decided about a version. `comments`: those that are no replies."""

    comments: Sequence[Comment]
    rounds: Sequence[ApprovalRound]
    approvals: Sequence[Approval]


def comments_writing(version: Version, said: Said, at: datetime.datetime) -> Writing:
    """As it stands at `at`."""
    moment = _moment(at)
    strategy = version.strategy
    standing = [comment for comment in said.comments if not comment.withdrawn_on]
    waiting = sum(comment.open for comment in standing)
    counts = f"{len(standing)}, of which {waiting} wait{'s' if waiting == 1 else ''} for an answer" if waiting else str(len(standing))
    return Writing(
        product=PRODUCT,
        title=f"{version.title}, version {version.number}: comments and decisions",
        of=strategy.partnership.name,
        marking=INVENTED if strategy.partnership.invented else "",
        facts=(("As at", moment), ("Version", f"{version.number}, {version.dated}"), ("Comments", counts)),
        foot=f"Comments and decisions on version {version.number} as at {moment}. Seal of the version {short_seal(version.sha256)}.",
        seal=version.sha256,
        made_on=clock.day_of(at),
        chapters=(*_by_section(version, said.comments), _decisions(said)),
    )


def comment_rows(version: Version, comments: Sequence[Comment]) -> list[tuple[str, ...]]:
    """One line a comment and a reply, for a spreadsheet; see COLUMNS."""
    found = []
    for number, comment in enumerate(_in_order(version, comments), start=1):
        found.append(_row(comment, ""))
        found += [_row(reply, f"Comment {number}") for reply in comment.replies.all()]
    return found


def _row(comment: Comment, replies_to: str) -> tuple[str, ...]:
    return (
        comment.section_heading or WHOLE,
        str(comment.author),
        _moment(comment.made_at),
        replies_to,
        comment.quote,
        "" if comment.withdrawn_on else comment.text,
        comment.get_answer_display(),
        comment.answer_reason,
        str(comment.answered_by or ""),
        _withdrawn(comment),
    )


def _by_section(version: Version, comments: Sequence[Comment]) -> list[Chapter]:
    chapters: dict[str, list[Block]] = {}
    for comment in _in_order(version, comments):
        chapters.setdefault(comment.section_heading or WHOLE, []).append(_spoken(comment))
    if not chapters:
        return [Chapter("Comments", (Plain(NO_COMMENTS),))]
    return [Chapter(heading, tuple(blocks)) for heading, blocks in chapters.items()]


def _in_order(version: Version, comments: Sequence[Comment]) -> list[Comment]:
    """As the sections stand in the version; first what is about the whole, last what is about a section that it does not have."""
    places = {section.key: place for place, section in enumerate(kept_sections(version), start=1)}
    return sorted(comments, key=lambda comment: places.get(comment.section_key, len(places) + 1) if comment.section_key else 0)


def _spoken(comment: Comment) -> Spoken:
    head = f"{comment.author}, {_moment(comment.made_at)}"
    if comment.withdrawn_on:
        return Spoken(head, _withdrawn(comment))
    if comment.replies_to_id:
        return Spoken(head, comment.text)
    became = "It waits for an answer."
    if comment.answer:
        by = f" {comment.answered_by}, {_moment(comment.answered_at)}." if comment.answered_by and comment.answered_at else ""
        became = f"{comment.get_answer_display()}: {comment.answer_reason}\n{by.strip()}".strip()
    return Spoken(head, comment.text, comment.quote, tuple(_spoken(reply) for reply in comment.replies.all()), became)


def _withdrawn(comment: Comment) -> str:
    if not comment.withdrawn_on:
        return ""
    return f"Withdrawn on {dates.say_short(comment.withdrawn_on)}: {comment.withdrawn_reason}"


def _decisions(said: Said) -> Chapter:
    blocks: list[Block] = [block for asked in said.rounds for block in _round(asked)]
    if said.approvals:
        columns = ("Decided by", "On", "Decision", "Minute or paper", "Conditions")
        blocks.append(Table("Decisions recorded otherwise", columns, tuple(_approval(approval) for approval in said.approvals)))
    return Chapter("Decisions", tuple(blocks) or (Plain(NO_DECISIONS),))


def _round(asked: ApprovalRound) -> list[Block]:
    facts = [
        ("The board's part", asked.get_part_display()),
        ("Asked", asked.asked),
        ("Recommendations", "\n".join(f"{number}. {line}" for number, line in enumerate(asked.recommendation_lines, start=1))),
        ("Opened", f"{_moment(asked.opened_at)}, for answers by {dates.say_short(asked.answer_by)}"),
        ("Opened with comments unanswered, because", asked.unanswered_reason),
        ("State", _state(asked)),
        ("Quorum", _quorum(asked)),
        ("Outcome", asked.get_outcome_display()),
    ]
    caption = f"{asked.board}: what it was asked, and what came of it"
    table = Table(caption, ("What", "As recorded"), tuple((name, text) for name, text in facts if text))
    votes = list(asked.votes.all())
    if not votes:
        return [table, Plain("No member has answered.")]
    rows = tuple(
        (
            f"{vote.seat}{'' if vote.seat.kind != SeatKind.NON_VOTING else ', without a vote'}",
            f"{vote.get_choice_display()}{' (by the deputy)' if vote.as_deputy else ''}",
            vote.words,
            f"{vote.given_by}, {_moment(vote.given_at)}",
        )
        for vote in votes
    )
    return [table, Table(f"{asked.board}: answers by seat", ("Seat", "Decision", "Why, or on which conditions", "Given by"), rows)]


def _state(asked: ApprovalRound) -> str:
    if asked.state == RoundState.OPEN or not asked.closed_at:
        return "Open"
    return ". ".join(filter(None, [f"{asked.get_state_display()} {_moment(asked.closed_at)}", asked.closing_words]))


def _quorum(asked: ApprovalRound) -> str:
    """As it was judged when the round was closed."""
    if asked.quorum_present is None:
        return ""
    needed = f"; {asked.quorum_needed} needed" if asked.quorum_needed is not None else ""
    of = f" of {asked.quorum_base} members" if asked.quorum_base is not None else ""
    judged = {True: "Quorate", False: "Not quorate", None: "No rule is recorded"}[asked.quorate]
    return " ".join(filter(None, [f"{judged}: {asked.quorum_present}{of} took part{needed}.", asked.quorum_rule]))


def _approval(approval: Approval) -> tuple[str, ...]:
    withdrawn = f" Withdrawn: {approval.withdrawn_reason}" if approval.withdrawn_on else ""
    outcome = f"{approval.get_outcome_display()}.{withdrawn}" if withdrawn else approval.get_outcome_display()
    return (approval.decided_by, str(approval.decided_on), outcome, approval.reference, approval.conditions)


def _moment(at: datetime.datetime) -> str:
    moment = clock.local(at)
    return f"{dates.say_short(moment.date())}, {moment:%H:%M}"
