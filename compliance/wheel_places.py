"""The seven stations of the statutory year, which duties are met at each, and when each happened."""

import dataclasses

from compliance import wheel_days
from compliance.wheel_days import DayOf

# Asked only of some: under section 9, or in Wales.
ASKED_OF_SOME = ("SVD-CONS-04", "SVD-PUB-04", "SVD-PUB-05")


@dataclasses.dataclass(frozen=True)
class Place:
    """One of the seven, the same for every strategy. `task` is what is done there; `waits`: why nothing is asked there yet."""

    name: str
    task: str
    codes: tuple[str, ...]
    day: DayOf
    waits: str


PLACES = (
    Place(
        "Definition",
        "Agree what serious violence means here",
        ("SVD-DEF-01", "SVD-DEF-02", "SVD-DEF-03"),
        wheel_days.defined,
        "It comes first.",
    ),
    Place(
        "Assessment",
        "Find out what happens here, and why",
        ("SVD-SNA-01", "SVD-SNA-02", "SVD-SNA-03"),
        wheel_days.assessed,
        "It should be complete before the strategy is approved.",
    ),
    Place(
        "Consultation",
        "Ask schools, prisons and youth custody",
        ("SVD-CONS-01", "SVD-CONS-02", "SVD-CONS-03", "SVD-CONS-04"),
        wheel_days.consulted,
        "It begins when a version to consult on is recorded, and has to close before the strategy is published.",
    ),
    Place(
        "Approval",
        "Have it approved",
        ("SVD-STR-04", "SVD-STR-05"),
        wheel_days.approved,
        "It follows when a version is recorded. Think of equality before the decision.",
    ),
    Place(
        "Publication",
        "Publish it on a website and in another form",
        ("SVD-PUB-01", "SVD-PUB-02", "SVD-PUB-04", "SVD-STR-03"),
        wheel_days.published,
        "It follows as soon as reasonably practicable after the strategy is prepared.",
    ),
    Place(
        "Sending",
        "Send it to the Home Office",
        ("SVD-PUB-03", "SVD-PUB-05"),
        wheel_days.sent,
        "There are 7 days for it, the day of publication being the first.",
    ),
    Place(
        "Review",
        "Look at it again after a year",
        ("SVD-REV-01", "SVD-REV-02", "SVD-REV-03"),
        wheel_days.reviewed,
        "The year is counted from publication.",
    ),
)
