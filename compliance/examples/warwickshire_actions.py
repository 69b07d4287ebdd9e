"""Warwickshire's three priorities, and what its paper lists to do: only what it says, in our words.

It does not say to which priority a piece of work belongs, so the actions serve none; nor, mostly, who does it.
"""

from typing import Any

from compliance.examples.loading import Example
from compliance.examples.planned import add_objectives, add_paper_actions
from compliance.examples.warwickshire_texts import LEAD_GROUP, para
from partnerships.models import Organisation
from strategies.models import Strategy
from svduty.vague_dates import VagueDate

PRIORITIES = [
    {"title": "Prevent violence before it happens"},
    {"title": "Answer new or immediate risks of serious violence"},
    {"title": "Build lasting support inside communities"},
]
FUND = "Set up a delivery fund of all statutory partners"
PROGRAMMES = {
    "Offer mentoring across the county": "",
    "Deal with what lies behind violence in people's health": "Trauma and adversity, long illness, loss and bereavement are named.",
    "Support people of 18 to 25 who look for a way out of violence": "",
}
WITH_THE_FUND = "To be paid from the delivery fund once it exists."


def add_delivery(example: Example, strategy: Strategy, board: Organisation) -> None:
    add_objectives(example, strategy, PRIORITIES, para("1.14"))
    add_paper_actions(example, _actions(board), para, dict.fromkeys(PROGRAMMES, FUND))


def _actions(board: Organisation) -> list[tuple[dict[str, Any], str]]:
    """Each with the paragraph. Seasons are stored as the paper gives them."""
    conference = {
        "title": "Hold a conference of all agencies",
        "description": "To shape the delivery plan and win support for a fund that is commissioned together.",
        "owner": board,
        "due": VagueDate.from_edtf("2022-10-13"),
    }
    plan = {"title": "Make the delivery plan", "owner": board, "post": LEAD_GROUP, "due": VagueDate.from_edtf("2022-23")}
    exercises = {
        "title": "Try out reviews of homicides with weapons at the desk",
        "description": "With the West Midlands Violence Reduction Unit, to find out how they can be done and what they take.",
        "due": VagueDate.from_edtf("2022-23"),
    }
    costs = {
        "title": "Tell the partnership's board what homicide reviews will cost",
        "description": "For the beginning of the financial year 2023/24.",
        "due": VagueDate.from_edtf("2023-04"),
    }
    statement = {
        "title": "Write the first Annual Assurance Statement",
        "description": "How the duty is being met.",
        "due": VagueDate.from_edtf("2023-21"),
    }
    training = {
        "title": "Train front-line staff on the duty",
        "description": "What it includes, how to see the signs, where to find advice, and where to refer, by one agreed way.",
    }
    fund = {
        "title": FUND,
        "description": "For three years from April 2023. Talks with the partners go on until the end of the financial year 2022/23.",
    }
    programmes = [({"title": title, "description": f"{more} {WITH_THE_FUND}".strip()}, "2.5") for title, more in PROGRAMMES.items()]
    dated = [(conference, "5.2"), (plan, "1.18 and 5.1"), (exercises, "1.23"), (costs, "2.10"), (statement, "1.16 and 5.3")]
    return [*dated, (training, "1.19, 1.20 and 2.5"), (fund, "2.6 and 2.7"), *programmes]
