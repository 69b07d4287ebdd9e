"""Anyborough's version 2 before its boards: comments on it and on version 1, a round that is open, and one that has ended.

Of ten who sit on the board six have answered: two approve it, one on a condition, one sends it back, one has an interest, and one has no
vote. The chair, whose account is there to try it, has not answered.
"""

import datetime

from compliance.examples import accounts
from compliance.examples import anyborough_review_texts as texts
from compliance.examples.loading import Example, ago
from compliance.examples.seats import Places, add_seats
from partnerships.models import Board, Organisation, Seat, User
from partnerships.models.board import SeatKind
from partnerships.models.person import Role
from partnerships.quorum import QuorumRule, judge
from strategies.actions.mark_read import mark_read
from strategies.models import Approval, ApprovalRound, Comment, Version, Vote
from strategies.models.round import BoardsPart, Choice, RoundOutcome, RoundState
from strategies.models.version import Outcome
from svduty import clock, dates

OPENED, ANSWER_BY, CLOSED = 4, 10, 1  # days ago, days ahead, days ago
HOSPITAL_BOARD = "Anyshire Health and Wellbeing Board"


def add_review(example: Example, bodies: dict[str, Organisation], on: datetime.date) -> None:
    """Add the comments and rounds. The strategies and the boards are there."""
    board = Board.objects.get(partnership=example.partnership, leads=True)
    health = Board.objects.get(partnership=example.partnership, name=HOSPITAL_BOARD)
    county = "Anyshire County Council"
    places = [
        Places(county, (texts.HEALTH_CHAIR,), SeatKind.CHAIR),
        Places(county, (texts.HEALTH,)),
        Places("", (texts.HOSPITAL,)),
    ]
    add_seats(example, health, places, bodies, "")
    people = _people(example, [board, health], on)
    versions = Version.objects.filter(strategy__partnership=example.partnership, strategy__follows__isnull=False)
    published, revised = versions.order_by("number")
    _read(example, published, revised, people, on)
    for said in texts.COMMENTS:
        _comment(example, published if said.version == 1 else revised, people, said, on)
    asked = _open(example, revised, board, people, on)
    _answer(example, asked, people, texts.BOARD_SAID, on)
    asked = _open(example, revised, health, people, on, part=BoardsPart.COMMENTS)
    _answer(example, asked, people, texts.HEALTH_SAID, on)
    _close(example, asked, people, on)


def _people(example: Example, boards: list[Board], on: datetime.date) -> dict[str, User]:
    """An account for most of those who sit on the boards, by post; each holds every seat of its post, a deputy the member's."""
    people = {texts.COORDINATOR: accounts.person_of(Role.COORDINATOR), texts.PROTECTION: accounts.person_of(Role.BOARD_MEMBER)}
    for post, name in texts.MEMBERS.items():
        sits_as = texts.POLICE if post == texts.SUPERINTENDENT else post
        seats = list(Seat.objects.filter(board__in=boards, post=sits_as))
        people[post] = accounts.seat(f"{name}@anyborough.example", post, seats, example.partnership, on)
    return people


def _read(example: Example, published: Version, revised: Version, people: dict[str, User], on: datetime.date) -> None:
    """The board's own account has read version 1 and not yet version 2; those who have answered have read both."""
    for post, person in people.items():
        if post not in (texts.CHAIR, texts.FIRE, texts.HOSPITAL):
            mark_read(published, actor=person, partnership=example.partnership, at=_at(on, 8))
    for given in {given.post: given for given in [*texts.BOARD_SAID, *texts.HEALTH_SAID]}.values():
        mark_read(revised, actor=people[given.deputy or given.post], partnership=example.partnership, at=_at(on, given.days))


def _comment(example: Example, version: Version, people: dict[str, User], said: texts.Said, on: datetime.date) -> None:
    keys = {section["heading"]: section["key"] for section in version.sections}
    comment = Comment(
        strategy_version=version,
        author=people[said.by],
        section_key=keys.get(said.heading, ""),
        section_heading=said.heading,
        quote=said.quote,
        text=said.text,
        made_at=_at(on, said.days),
        answer=said.answer,
        answer_reason=said.reason,
        answered_by=people[texts.COORDINATOR] if said.answer else None,
        answered_at=_at(on, said.answered, 15) if said.answer else None,
    )
    example.add(comment)
    place = {"strategy_version": version, "section_key": comment.section_key, "section_heading": comment.section_heading}
    for by, days, words in said.replies:
        example.add(Comment(replies_to=comment, author=people[by], text=words, made_at=_at(on, days, 12), **place))


def _open(
    example: Example, version: Version, board: Board, people: dict[str, User], on: datetime.date, part: BoardsPart = BoardsPart.DECIDES
) -> ApprovalRound:
    asked = ApprovalRound(
        strategy_version=version,
        board=board,
        part=part,
        asked=texts.ASKED if part == BoardsPart.DECIDES else texts.ASKED_TO_COMMENT,
        recommendations=texts.RECOMMENDATIONS if part == BoardsPart.DECIDES else "",
        answer_by=dates.days_after(on, ANSWER_BY),
        opened_at=_at(on, OPENED),
        opened_by=people[texts.COORDINATOR],
    )
    return example.add(asked)


def _answer(example: Example, asked: ApprovalRound, people: dict[str, User], answers: list[texts.Given], on: datetime.date) -> None:
    for given in answers:
        vote = Vote(
            round=asked,
            seat=asked.board.seats.get(post=given.post),
            given_by=people[given.deputy or given.post],
            as_deputy=bool(given.deputy),
            authority=texts.DEPUTYS_AUTHORITY if given.deputy else "",
            choice=given.choice,
            words=given.words,
            sha256=asked.strategy_version.sha256,
            given_at=_at(on, given.days, 11),
        )
        example.add(vote)


def _close(example: Example, asked: ApprovalRound, people: dict[str, User], on: datetime.date) -> None:
    """Everybody has answered, so it is closed; what it came to stands with the version."""
    day = ago(on, CLOSED)
    there = {vote.seat_id for vote in asked.votes.exclude(choice=Choice.INTEREST)}
    quorum = judge(QuorumRule.of(asked.board), list(asked.board.seats.all()), there, day.earliest)
    asked.state, asked.outcome, asked.closing_words = RoundState.CLOSED, RoundOutcome.NOTED, texts.HEALTH_CLOSED
    asked.closed_at, asked.closed_by = _at(on, CLOSED), people[texts.COORDINATOR]
    asked.quorum_base, asked.quorum_present, asked.quorum_chair = quorum.base, quorum.present, quorum.chair_there
    asked.quorum_rule = quorum.rule_words or quorum.needed_words
    asked.version += 1
    example.add(asked)
    approval = Approval(
        strategy_version=asked.strategy_version,
        decided_by=asked.board.name,
        decided_on=day,
        outcome=Outcome.NOTED,
        reference=f"Approval round of {dates.say_short(ago(on, OPENED).earliest)}",
        round=asked,
    )
    example.add(approval)


def _at(on: datetime.date, days: int, hour: int = 10) -> datetime.datetime:
    return clock.at(ago(on, days).earliest, hour)
