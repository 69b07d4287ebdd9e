"""What Anyborough does to carry its strategy out, made up for training: who, by when, and a year of news."""

from compliance.examples.anyborough_actions_earlier import COUNTY, DISTRICT, POLICE
from compliance.examples.planned import Planned, Step, Told

PROBATION, YOUTH_JUSTICE = "Anyshire Probation Service", "Anyshire Youth Justice Service"
FIRE, HEALTH = "Anyshire Fire and Rescue Authority", "NHS Anyshire Integrated Care Board"
COLLEGE, COMMISSIONER = "Anyborough College", "Anyshire Police and Crime Commissioner"
SCHOOL = "Anyborough Pupil Referral Unit"

OBJECTIVES: list[dict[str, object]] = [
    {
        "title": "Start early",
        "description": "Help families before violence becomes a pattern.",
        "owner": COUNTY,
        "post": "Head of Youth and Family Services",
    },
    {
        "title": "Safe places for young people",
        "description": "Nobody feels the need to carry a knife in the three areas, at the bus station or on the way home from school.",
        "owner": DISTRICT,
        "post": "Director of Communities",
        "finding": 5,
    },
    {
        "title": "Break the cycle",
        "description": "Reach people who hurt others, or were hurt, at the moment when they might change.",
        "owner": PROBATION,
        "post": "Head of Probation Delivery, Anyshire",
        "finding": 3,
    },
    {
        "title": "Safer homes",
        "description": "Find domestic abuse sooner and deal with those who commit it.",
        "owner": POLICE,
        "post": "District Commander, Anyborough",
        "finding": 4,
    },
]

HIRE = "Hire a worker for families at the family hub"
ONE_NUMBER = "Answer one telephone number for every school"
LIGHTS = "Light the path from the bus station to the estate"

PLACES_AND_FAMILIES = [
    Planned(
        1,
        HIRE,
        owner=COUNTY,
        post="Family Hub Manager",
        contact="family-hub@anyshire.example",
        starts=300,
        due=80,
        vague="month",
        prevention="primary",
        steps=(Step("Post advertised", due=200, reached=205), Step("Worker in post", due=85)),
        news=(
            Told(210, "on-track", "The post is advertised. Eleven people asked about it.", next_in=60),
            Told(140, "at-risk", "One candidate, who withdrew. It is advertised again.", "The pay is below what the hospital offers.", 45),
            Told(80, "late", "Second round of interviews on the 12th.", "Two months lost with the first round.", 45),
            Told(20, "late", next_in=30, no_change=True),
        ),
    ),
    Planned(
        1,
        "Offer families a visit within ten days of a school's first call",
        owner=COUNTY,
        post="Family Hub Manager",
        contact="family-hub@anyshire.example",
        starts=40,
        due=-150,
        vague="season",
        prevention="secondary",
        needs=(HIRE,),
        news=(Told(25, "at-risk", "Cases are shared out among three people for now.", "There is nobody in the new post yet.", 30),),
    ),
    Planned(
        1,
        ONE_NUMBER,
        description="On school days from eight to six. Whoever rings hears back by the next morning.",
        owner=COUNTY,
        post="Head of Youth and Family Services",
        contact="youth-services@anyshire.example",
        starts=250,
        due=30,
        prevention="primary",
        steps=(
            Step("Number set up", due=120, reached=118),
            Step("All 42 schools told", due=90, reached=71),
            Step("First month's calls looked at", due=30, reached=33),
        ),
        news=(
            Told(190, "on-track", "The number works. Two people share the line.", next_in=60),
            Told(118, "on-track", "First calls: nine in the first week, all from secondary schools.", next_in=45),
            Told(72, "late", "Primary schools had not heard of it. A letter went to each.", "The first letter went to old addresses.", 45),
            Told(33, "done", "64 calls in the month; 58 were answered by the next morning.", next_in=0),
        ),
    ),
    Planned(
        1,
        "Bring a meeting before any exclusion in which violence is the reason",
        description="The strategy names the pupil referral unit for this; every school is invited to do the same.",
        post="Head of the unit",
        owner=SCHOOL,
        contact="office@unit.example",
        starts=150,
        due=-60,
        relevant=SCHOOL,
        prevention="secondary",
        needs=(ONE_NUMBER,),
        news=(
            Told(110, "on-track", "Agreed with the county how such a meeting is called, and who comes.", next_in=60),
            Told(40, "on-track", "Four meetings so far. Three pupils stayed.", next_in=60),
        ),
    ),
    Planned(
        2,
        "Run the safe space on Fridays and Saturdays",
        owner=DISTRICT,
        post="Licensing Manager",
        contact="licensing@anyborough.example",
        starts=365,
        due=-365,
        prevention="primary",
        finding=5,
        steps=(Step("Room found", due=330, reached=341), Step("Fifty nights open", due=10, reached=16)),
        news=(
            Told(341, "on-track", "The church hall is ours on both nights.", next_in=60),
            Told(270, "on-track", "Open since the spring. 20 to 30 people a night.", next_in=60),
            Told(200, "at-risk", "One Saturday was closed.", "Two volunteers moved away.", next_in=45),
            Told(150, "on-track", "Six new volunteers, trained with the ambulance service.", next_in=60),
            Told(90, "on-track", next_in=60, no_change=True),
            Told(16, "on-track", "Fifty nights open. 1,140 visits, 31 lifts home, 4 calls to the police.", next_in=60),
        ),
    ),
    Planned(
        2,
        LIGHTS,
        owner=DISTRICT,
        post="Street Scene Manager",
        contact="streets@anyborough.example",
        starts=200,
        due=12,
        prevention="primary",
        finding=5,
        steps=(Step("Survey walked with young people", due=170, reached=165), Step("Lamps delivered", due=40), Step("Switched on", due=12)),
        news=(
            Told(165, "on-track", "Walked the path with eight young people after dark. They chose where lamps go.", next_in=60),
            Told(100, "on-track", "Ordered: fourteen lamps.", next_in=45),
            Told(52, "at-risk", "Delivery put off by the maker.", "Parts are short everywhere.", next_in=30),
        ),
    ),
    Planned(
        2,
        "Open the fire station to youth groups in the evening",
        owner=FIRE,
        post="Station Manager, Anyborough",
        contact="anyborough.station@anyshire-fire.example",
        starts=180,
        due=-20,
        prevention="primary",
        news=(
            Told(130, "on-track", "Two groups use the drill yard on Tuesdays.", next_in=60),
            Told(60, "on-track", "A third group. Knife and water safety are taught in one visit.", next_in=60),
        ),
    ),
    Planned(
        2,
        "Put youth workers at the bus station after school",
        owner=COUNTY,
        post="Head of Youth and Family Services",
        starts=-30,
        due=-240,
        vague="season",
        prevention="secondary",
        finding=5,
        needs=(LIGHTS,),
    ),
]
