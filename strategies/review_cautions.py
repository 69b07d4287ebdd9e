"""What deserves a second look before a review, or how a strategy is kept under review, is saved."""

from typing import Any

from strategies import queries_review
from strategies.models import ReviewWork, Strategy
from strategies.models.review import AssessmentLooked
from strategies.review_words import to_judge
from svduty import dates
from svduty.editing.cautious import Caution
from svduty.vague_dates import VagueDate

COUNTS_NOT = "It is recorded all the same, and does not count in full as a yearly review until it is added."


def about_arrangement(next_on: VagueDate | None, agreed_on: VagueDate | None) -> list[Caution]:
    if next_on and agreed_on and next_on.latest < agreed_on.earliest:
        said = f"The next review is planned for {next_on}, yet this was agreed later: {agreed_on}. Look at both dates."
        return [Caution("next-before", said)]
    return []


def about_review(strategy: Strategy, said: dict[str, Any]) -> list[Caution]:
    """`said`: what the form says of the review. The guidance asks for findings, a decision, and a look at the needs assessment."""
    found = _before_publication(strategy, said["held_on"])
    if not said["findings"]:
        found.append(Caution("no-findings", f"What the review found is missing. {COUNTS_NOT}"))
    if not said["decision"]:
        found.append(Caution("no-decision", f"The decision is missing: keep, refresh or revise. {COUNTS_NOT}"))
    looked = said["assessment_looked"]
    if looked not in (AssessmentLooked.NEWER, AssessmentLooked.STILL_RIGHT):
        what = "was not looked at" if looked else "is not mentioned"
        found.append(
            Caution("not-looked", f"The needs assessment {what}. A yearly review takes it in, so without that it does not count in full.")
        )
    elif looked == AssessmentLooked.NEWER and not said["assessment"]:
        found.append(Caution("which-assessment", "You say that there is a newer needs assessment. Choose it, if it is recorded here."))
    return found


def about_finishing(work: ReviewWork, said: dict[str, Any]) -> list[Caution]:
    """What the end of a review that was prepared here says against how it began. True events are recorded all the same."""
    found, held_on = [], said["held_on"]
    empty = [f"“{question}”" for question, words in to_judge(work) if not words.strip()]
    if empty and said["findings"]:
        missing = ", ".join(empty)
        found.append(Caution("not-judged", f"Nothing is written yet about: {missing}. Write it first, or finish the review without it."))
    if held_on.latest < work.opened_on:
        opened = dates.say_short(work.opened_on)
        found.append(Caution("before-it-opened", f"This review was opened here on {opened}, after the day you give. Look at the day."))
    before = [one for one in queries_review.reviews_of(work.strategy) if one.withdrawn_on is None and one.held_on.earliest > held_on.latest]
    if before:
        last = f"The last review was completed on {before[0].held_on}, after the day you give."
        found.append(Caution("before-the-last", f"{last} It would answer an earlier year."))
    if said["approved_on"] and said["approved_on"].latest < held_on.earliest:
        found.append(
            Caution("approved-before", f"The board approved it on {said['approved_on']}, before it was finished. Look at both dates.")
        )
    return found


def _before_publication(strategy: Strategy, held_on: VagueDate) -> list[Caution]:
    """The year counts from publication, so a review before it answers nothing."""
    days = [publication.published_on for publication in queries_review.publications_of(strategy)]
    first = min(days, key=lambda day: (day.latest, day.earliest), default=None)
    if first is None:
        said = "No publication of this strategy is recorded."
    elif held_on.latest < first.earliest:
        said = f"This strategy was first published on {first}, after that day."
    else:
        return []
    counted = "The year is counted from publication: a review before it does not count as a yearly review."
    return [Caution("before-publication", f"{said} {counted}")]
