"""What Anyborough's year was about, all of it invented: what was found, asked, answered and looked at."""

from compliance.examples.anyborough_texts import HOW_WE_KNOW, OTHER_PLANS
from strategies.models.consultation import AnswerEffect
from strategies.models.contents import Covered

Contents = list[tuple[str, str, str]]  # element code, how far it is covered, where

FIRST_FINDINGS = """\
Police recorded more wounding than in the year before, most of it in the town.
Robbery is rare and happens near the station.
Little is known about violence at home."""
FIRST_KINDS = """\
Serious wounding
Robbery with a weapon
Rape and other sexual offences"""
NO_CAUSES_YET = """\
Only counts of offences could be had in time. They say what happened and where, not why. The bodies agreed to gather more for a second \
assessment."""

FINDINGS = """\
Police recorded 412 offences of serious violence in the second year, 9 in every 100 fewer than in the first.
Knives or other sharp objects were used or threatened in 71 of them.
Of the people hurt, 38 in every 100 were under 25.
A little over half of all woundings happened in a home.
Three small areas, with one resident in twelve, saw nearly a third of all violence in public."""
RECOMMENDATIONS = """\
Put domestic abuse of high risk into the definition and the strategy.
Keep a youth worker in each of the three areas.
Place navigators in accident and emergency.
Ask the hospital for better figures on under-18s.
Agree one way in which all bodies share anonymous figures."""
KINDS = """\
Homicide
Serious wounding, with knives above all
Robbery with a weapon
Rape and other sexual offences
Domestic abuse of high risk
Exploitation of children by drug networks"""
CAUSES = """\
Violence seen at home in early years
Missing school
Trauma that was never treated
Alcohol in the evening economy of the High Street
County lines working along the railway
Youth clubs closed in two of the three areas"""
# Body, what it gave, how many days ago, and what is missing.
SOURCES = [
    ("Anyshire Police", "Recorded offences by kind, place and hour", 196, ""),
    ("Anyshire Fire and Rescue Authority", "Fires set on purpose", 194, ""),
    ("Ambulance service", "Calls to people who were hurt by others", 193, ""),
    ("Anyshire Youth Justice Service", "Young people who had hurt others, by age", 192, ""),
    ("Anyborough District Council", "Licensing visits, and reports of anti-social behaviour", 191, ""),
    ("Anyshire Probation Service", "Adults supervised for violence", 190, ""),
    ("Anyshire County Council", "Absence and exclusion from school; children on protection plans", 188, ""),
    ("Two services for victims of domestic abuse", "People who asked for help, by risk", 186, ""),
    (
        "NHS Anyshire Integrated Care Board",
        "Assaults seen in accident and emergency",
        179,
        "Figures for under-18s came late and without the hour of arrival, so the two years could not be compared. Asked for again.",
    ),
]

PRIMARY = (
    "Abbey Lane, All Saints, Appletree, Beech Hill, Bridge Street, Brook Meadow, Castle Mound, Church End, Coldharbour, Copse Road, "
    "Corn Street, Easter Field, Ferry Lane, Foundry Road, Goose Green, Hawthorn Way, Hilltop, Kingfisher, Long Acre, Market Hill, "
    "Millpond, North Common, Orchard Close, Priory, Quarry Bank, Rookery, St Aidan's, St Bride's, Station Road, "
    "Tanyard, Watermead, Windmill"
)
OTHER_SCHOOLS = [
    "Anyborough Academy",
    "Anyborough College",
    "Anyborough Pupil Referral Unit",
    "Anyford High School",
    "Eastfield Secondary School",
    "Greenways Special School",
    "Larkrise Special School",
    "Riverside Academy",
    "St Columb's High School",
    "Westbury House School (independent)",
]
SCHOOLS = sorted([f"{name} Primary School" for name in PRIMARY.split(", ")] + OTHER_SCHOOLS)
SCHOOLS_THERE = len(SCHOOLS)

NO_PRISON = "The list has none in the district. The nearest is in the next county."
NO_YOUTH_CUSTODY = "The list has none in the county."

SCHOOLS_HOW = "A letter to each governing body or proprietor with the draft, a survey of six questions, and two evenings online."
SCHOOLS_EFFECT = "The way home from school and the bus station are named, and meetings are held before any exclusion for violence."
CHANGED, PARTLY, UNCHANGED = AnswerEffect.CHANGED, AnswerEffect.PARTLY, AnswerEffect.NOT_CHANGED
# Who, what they said, what became of it, and why.
SCHOOLS_SAID = [
    ("A group of five primary schools", "The worst hour is the way home. Name it.", CHANGED, "The second priority names it."),
    ("A secondary school", "Meet before a pupil is excluded. Afterwards is too late.", CHANGED, "The strategy now asks for it."),
    (
        "Anyborough College",
        "Give us one number to call, in the evening too.",
        PARTLY,
        "The county council provides one number. Evenings are not staffed yet.",
    ),
    (
        "Anyborough Pupil Referral Unit",
        "Our pupils need a youth worker of their own.",
        UNCHANGED,
        "The three areas come first while money is short. The unit may refer to their workers.",
    ),
    ("A special school", "Write a version that our pupils can read.", "", ""),
]
RESIDENTS_HOW = "A survey online and on paper, four drop-in evenings, and sessions in youth clubs. Of the 612 people 140 were under 18."
RESIDENTS_EFFECT = "A fourth priority, safer homes, was added; two young people may speak at the board and are paid for their time."
RESIDENTS_SAID = [
    (
        "Two services for victims of domestic abuse",
        "Most harm is done at home, and the draft hardly says so.",
        CHANGED,
        "Domestic abuse of high risk is in the definition and is a priority of its own.",
    ),
    ("The young people's panel", "Do not only ask us. Let us speak where it is decided.", CHANGED, "Two of us may speak at the board."),
    (
        "A residents' group of the High Street",
        "Deal with noise and shop theft first.",
        UNCHANGED,
        "The partnership has other plans for these. Everything in one strategy would weaken it.",
    ),
]
PROFESSIONALS_SAID = [
    ("Data protection officers of two bodies", "Say what may be shared and what may not.", CHANGED, "A section was added."),
]

YES, PART, NO, NOT_NEEDED = Covered.YES, Covered.PARTLY, Covered.NO, Covered.NOT_NEEDED
CONTENTS: Contents = [
    ("arrangements", YES, "Purpose and partners"),
    ("definition", YES, "What we mean by serious violence"),
    ("assessment", YES, "What the evidence shows"),
    ("objectives", YES, "Our priorities"),
    ("activity", YES, "What each body will do; dates in the delivery plan"),
    ("functions", YES, "What each body will do"),
    ("relevant-authorities", YES, "Schools, colleges and the secure estate"),
    ("engagement", YES, "Communities and young people"),
    ("information", YES, "Sharing information"),
    ("funding", YES, "Money and resources"),
    ("aligned", PART, "“Other plans” are mentioned under Our priorities, but none is named"),
    ("measures", YES, "Measuring progress and review"),
    ("review", YES, "Measuring progress and review"),
    ("consultation", YES, "Communities and young people; Schools, colleges and the secure estate"),
    ("nothing-barred", YES, "Nothing was noticed; the formal check follows"),
    ("equality", YES, "Assessed separately and summed up for the board"),
]
IN_THE_REVISED = {
    "aligned": (YES, OTHER_PLANS),
    "measures": (YES, HOW_WE_KNOW),
    "review": (YES, HOW_WE_KNOW),
}
REVISED_CONTENTS: Contents = [(code, *IN_THE_REVISED.get(code, (covered, where))) for code, covered, where in CONTENTS]
IN_THE_EARLIER = {"arrangements": YES, "objectives": YES, "definition": PART, "activity": PART, "review": PART, "nothing-barred": YES}
EARLIER_CONTENTS: Contents = [(code, IN_THE_EARLIER.get(code, NO), "") for code, _, _ in CONTENTS]

EARLIER_EQUALITY = "Made after the board had decided. It found nothing that had to be changed."
EQUALITY = """\
Some groups of young men are stopped and searched more often than others, and women are most of those hurt at home. Fair use of \
stop and search was written into the part of the police, and the priority on safer homes was kept in full."""
REVISED_EQUALITY = """\
Looked at again for the changes alone. The number with hours helps parents who work; nothing was found that would put a group back."""
ALIGNED = [
    (
        "Anyborough Community Safety Plan",
        "Anyborough Community Safety Partnership",
        "Leaves serious violence to this strategy and deals with anti-social behaviour and theft.",
        "Renewed every April",
    ),
    (
        "Anyshire Police and Crime Plan",
        "Anyshire Police and Crime Commissioner",
        "Knife crime is one of its priorities; it pays for part of the work.",
        "Runs to the end of the commissioner's term",
    ),
    ("Anyshire Drug and Alcohol Strategy", "Anyshire County Council", "Shares the work on county lines and on the evening economy.", ""),
    ("Anyshire Youth Justice Plan", "Anyshire Youth Justice Service", "Brings mentors within ten days of court.", "Being rewritten"),
]

FIRST_REVIEW = """\
The youth workers started in two of the three areas; the third followed in the summer. Evening violence near the station fell after the \
safe space opened. It is too early to say more."""
SECOND_REVIEW = """\
Wounding fell in public and rose at home, of which the strategy says little. Children were drawn into drug networks along the railway. The \
board decided on a fuller strategy, built on a second needs assessment.

This review was late: the figures that the board had asked for came only after its meeting in the month before."""
