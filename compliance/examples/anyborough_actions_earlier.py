"""What became of Anyborough's earlier strategy: two done, one late and one not at all."""

from compliance.examples.planned import Planned, Told

COUNTY, DISTRICT, POLICE = "Anyshire County Council", "Anyborough District Council", "Anyshire Police"

EARLIER_OBJECTIVES: list[dict[str, object]] = [
    {"title": "Know where, when and to whom serious violence happens", "description": "So that the next strategy rests on evidence."},
    {"title": "Give young people somewhere safe to be in the evening"},
]
EARLIER = [
    Planned(
        1,
        "Agree what we mean by serious violence",
        owner=DISTRICT,
        post="Community Safety Manager",
        starts=1100,
        due=900,
        vague="month",
        news=(
            Told(1000, "on-track", "The first draft went to the residents' panels.", next_in=90),
            Told(905, "done", "The board agreed the wording.", next_in=0),
        ),
    ),
    Planned(
        1,
        "Make a needs assessment that says why as well as where",
        owner=COUNTY,
        post="Analyst",
        starts=1000,
        due=420,
        vague="month",
        finding=3,
        news=(
            Told(700, "on-track", "Police and ambulance figures are in.", next_in=120),
            Told(430, "late", "Everything is written but the part on under-18s.", "The hospital's figures came four months late.", 120),
            Told(170, "done", "Completed and with the board.", next_in=0),
        ),
    ),
    Planned(
        2,
        "Put a youth worker into each of the three areas",
        owner=COUNTY,
        post="Head of Youth and Family Services",
        starts=1000,
        due=700,
        vague="season",
        news=(
            Told(820, "on-track", "Two of three began in September.", next_in=90),
            Told(690, "done", "The third began this week.", next_in=0),
        ),
    ),
    Planned(
        2,
        "Reopen the youth club in Station Road",
        owner=DISTRICT,
        post="Property Manager",
        starts=900,
        due=500,
        news=(
            Told(640, "at-risk", "The survey found damp in the roof.", "Repairs cost more than the building is worth.", 90),
            Told(
                520,
                "stopped",
                "The board agreed to use the fire station and the library instead.",
                "The owner sold the building.",
                next_in=0,
            ),
        ),
    ),
]
