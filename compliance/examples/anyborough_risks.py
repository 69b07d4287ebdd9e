"""Anyborough's risks and training, invented: six risks, one of them not looked at in time, and training in five sectors."""

import datetime

from compliance.examples.loading import Example, ago
from partnerships.models import Organisation
from strategies.models import Risk, TrainingRecord

DISTRICT, COUNTY, POLICE = "Anyborough District Council", "Anyshire County Council", "Anyshire Police"
HEALTH, YOUTH_JUSTICE = "NHS Anyshire Integrated Care Board", "Anyshire Youth Justice Service"
# Title, why and what follows, owner, post, rated before, what is done, rated after, looked at and to be looked at again: days ago.
RISKS: list[tuple[str, str, str, str, tuple[int, int], str, tuple[int, int] | None, int, int]] = [
    (
        "The money for the safe space ends before the work does",
        "The fund was given for two years. Without it the evenings stop, and young people are back at the bus station.",
        DISTRICT,
        "Director of Communities",
        (4, 4),
        "A bid to two charities is being written. The council has been asked for a quarter's bridge.",
        (3, 4),
        25,
        -65,
    ),
    (
        "Hospital counts stop when the health board merges",
        "The agreement on sharing was made with a body that no longer exists.",
        HEALTH,
        "Chief Nurse",
        (3, 4),
        "The new board was sent the agreement and has not answered.",
        (3, 3),
        120,
        12,
    ),
    (
        "Nobody can be found to mentor young people after court",
        "Two of four posts are empty. Those who leave court wait longer than ten days.",
        YOUTH_JUSTICE,
        "Head of Youth Justice",
        (4, 3),
        "Former mentees are being trained to help; the county has lifted the pay by one grade.",
        (2, 3),
        40,
        -50,
    ),
    (
        "Residents lose trust when the police team is called away",
        "The named team is lent to other districts in summer.",
        POLICE,
        "District Commander, Anyborough",
        (3, 3),
        "Two officers of the team stay, whatever happens elsewhere.",
        (2, 2),
        60,
        -120,
    ),
    (
        "Schools are asked for the same figures by three bodies",
        "Head teachers stop answering.",
        COUNTY,
        "Head of Education Services",
        (3, 2),
        "One request a term for all, agreed with the heads.",
        (1, 2),
        75,
        -110,
    ),
    (
        "A new government scheme overtakes the strategy",
        "Priorities and money may move to the new prevention teams for young people.",
        DISTRICT,
        "",
        (3, 3),
        "",
        None,
        30,
        -150,
    ),
]
# What it was about, for whom, days ago, how many people, who gave it.
TRAINING = [
    ("The duty and what each body has to do", "council", 210, 38, "Policy officer, district council"),
    ("The duty and what each body has to do", "fire", 203, 22, "Policy officer, district council"),
    ("Seeing exploitation early", "education", 160, 64, "Youth justice service"),
    ("Seeing exploitation early", "health", 150, 17, "Youth justice service"),
    ("Talking to young people who carry knives", "police", 95, 31, "A youth charity"),
    ("Talking to young people who carry knives", "education", 60, 45, "A youth charity"),
    ("Briefing at the forum of charities", "voluntary", 35, None, "Community Safety Manager"),
]


def add_risks_and_training(example: Example, bodies: dict[str, Organisation], on: datetime.date) -> None:
    for title, description, owner, post, (likelihood, impact), treatment, after, looked, again in RISKS:
        then, bad = after or (None, None)
        risk = Risk(
            partnership=example.partnership,
            title=title,
            description=description,
            owner=bodies[owner],
            post=post,
            starts=ago(on, 300),
            likelihood=likelihood,
            impact=impact,
            treatment=treatment,
            likelihood_after=then,
            impact_after=bad,
            reviewed_on=ago(on, looked),
            review_on=ago(on, again),
        )
        example.add(risk)
    for title, sector, days, people, by in TRAINING:
        record = TrainingRecord(partnership=example.partnership, title=title, sector=sector, held_on=ago(on, days), people=people, by=by)
        example.add(record)
