"""What a member may answer, in the words of the question: a board that decides approves, one that is asked for comments supports."""

from strategies.models import Vote
from strategies.models.round import BoardsPart, Choice

OF_COMMENTS = {
    Choice.APPROVE: "I support it",
    Choice.CONDITIONS: "I support it if something changes",
    Choice.SEND_BACK: "It should be reworked first",
    Choice.ABSTAIN: "I have no view",
    Choice.INTEREST: "I have an interest",
}
HINTS = {
    Choice.CONDITIONS: "Say which conditions.",
    Choice.SEND_BACK: "Say why, so that the draft can be reworked.",
    Choice.ABSTAIN: "You count as there, and decide nothing.",
    Choice.INTEREST: "Say what it is. You then do not count to the quorum and do not decide.",
}
WORDS_MISSING = {
    Choice.CONDITIONS: "Enter the conditions on which you approve, so that they can be met.",
    Choice.SEND_BACK: "Enter why you send it back, so that the draft can be reworked.",
    Choice.INTEREST: "Enter what your interest is.",
}


def choices_of(part: str) -> list[tuple[str, str]]:
    return [(choice.value, words_of(part, choice)) for choice in Choice]


def words_of(part: str, choice: str) -> str:
    return OF_COMMENTS[Choice(choice)] if part == BoardsPart.COMMENTS else str(Choice(choice).label)


def vote_words(vote: Vote) -> str:
    """An answer as it is shown, of a vote that comes with its round."""
    return words_of(vote.round.part, vote.choice)
