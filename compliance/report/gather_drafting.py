"""From the database to how the strategies came about: rounds with who answered what, and the comments without their words."""

from compliance.report.the_drafting import CommentMade, RoundTexts, SeatAnswer, TheDrafting
from partnerships.models import Partnership
from strategies.models import ApprovalRound, Comment, Vote
from strategies.models.round import RoundState
from strategies.queries_rounds import rounds_in, votes_in
from strategies.rounds.choices import words_of
from strategies.rounds.lines import kept_quorum
from svduty import clock


def read_drafting(partnership: Partnership) -> TheDrafting:
    """Three queries, however many there are. Rounds opened by mistake and withdrawn comments are left out."""
    votes: dict[int, list[Vote]] = {}
    for vote in votes_in(partnership).select_related("seat__organisation").order_by("seat__position", "seat_id", "pk"):
        votes.setdefault(vote.round_id, []).append(vote)
    rounds = rounds_in(partnership).exclude(state=RoundState.WITHDRAWN).order_by("opened_at", "pk")
    comments = Comment.objects.filter(strategy_version__strategy__partnership=partnership, replies_to=None, withdrawn_on=None)
    rows = comments.order_by("pk").values_list("strategy_version", "made_at", "answer", "answered_at")
    return TheDrafting(
        rounds=tuple(_round(row, votes.get(row.pk, [])) for row in rounds),
        comments=tuple(
            CommentMade(version, clock.day_of(made_at), answer, clock.day_of(answered_at) if answered_at else None)
            for version, made_at, answer, answered_at in rows
        ),
    )


def _round(row: ApprovalRound, votes: list[Vote]) -> RoundTexts:
    closed = row.state == RoundState.CLOSED
    answers = tuple(
        SeatAnswer(
            str(vote.seat),
            clock.day_of(vote.given_at),
            words_of(row.part, vote.choice),
            vote.words,
            vote.authority if vote.as_deputy else "",
        )
        for vote in votes
    )
    return RoundTexts(
        pk=row.pk,
        asked=row.asked,
        recommendations=tuple(row.recommendation_lines),
        unanswered=row.unanswered_reason,
        quorum=kept_quorum(row) if closed else "",
        closing=row.closing_words if closed else "",
        answers=answers,
    )
