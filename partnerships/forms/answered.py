"""What the forms on answers to requests share."""

from typing import Any

from svduty.vague_dates import VagueDate

NO_NAMES = "Name no people: no victims, suspects or patients, and no personal data."


def check_answer(form: Any, asked_on: Any, cleaned: dict[str, Any], *, must: bool) -> None:
    """Add the errors of an answer: its day and what it was belong together, and it follows the request.

    `must`: there is nothing to save without an answer.
    """
    answered_on, answer = cleaned.get("answered_on"), cleaned.get("answer")
    if not {"answered_on", "answer"} & set(form.errors):
        if (answer or must) and not answered_on:
            form.add_error("answered_on", "Enter the day it was answered. A month or a year will do if that is all you know.")
        if (answered_on or must) and not answer:
            form.add_error("answer", "Choose what the answer was.")
    if isinstance(answered_on, VagueDate) and isinstance(asked_on, VagueDate) and answered_on.latest < asked_on.earliest:
        form.add_error("answered_on", f"It was asked on {asked_on}, so it cannot have been answered on {answered_on}. Check the two days.")
