"""Barnet's texts: our own words for what the paper says, but for the London definition, which is itself the fact."""

from compliance.examples.papers import Body, cited
from compliance.examples.prose import read_sections

PAPER = "Cabinet paper of 16 January 2024"
para = cited(PAPER)

ABOUT = """\
Entered from one public paper: Barnet Council's Cabinet, 16 January 2024, “Serious Violence Strategy 2024-27”, without its appendices. \
Nothing else was used. What the paper does not say is left empty.

The records count as complete from 31 January 2023, the day the duty began, to 16 January 2024, the day of the paper, so the \
pages open as at that day. What happened afterwards is not held here.

Where the paper and the law differ, these records follow the law and say so beside the fact: who bears the duty (on the body), the \
seven days and the yearly review (on the strategy)."""

MEMBER = f"{para('Summary')}, lists it among the members."
LEAD = "Safer Communities Partnership"
BODIES = [
    Body("Barnet Council", "council", "local-authority", MEMBER),
    Body("Metropolitan Police", "police", "police", MEMBER, in_register=True),
    Body("London Fire Brigade", "fire", "fire", MEMBER, in_register=True),
    Body("Probation Services", "probation", "probation", f"{para('Summary')}, lists them among the members."),
    Body("Youth Justice", "youth", "youth-offending", MEMBER),
    Body(
        "Public Health",
        "other",
        "other",
        f"{para('Summary')}, lists it among the authorities. Public health is not an entry of its own in Schedule 1; the health "
        "body there is the integrated care board, which the paper does not name. So it stands here as another partner.",
    ),
    Body(
        "Mayor's Office for Policing and Crime (MOPAC)",
        "policing-body",
        "policing-body",
        f"{para('1.3.2')}, calls it the police and crime commissioner for London; 1.1.5 says it may monitor the partnership.",
        in_register=True,
    ),
    Body(
        "MOPAC Violence Reduction Unit",
        "vru",
        "violence-reduction-unit",
        f"{para('4.2.1')} (action plan): the plan is to go to it by 28 February 2024; 4.6.1: performance is reported to it.",
        in_register=True,
    ),
    Body(
        LEAD,
        "csp",
        "community-safety-partnership",
        f"{para('1.1.3')}, calls it a duty holder. In law the duty is on each authority of Schedule 1, and a community safety partnership "
        "is not one of them (section 11 of the Act); it is how they work together.",
    ),
]

BOARD = "Safer Communities Partnership Board"
BOARD_NOTE = """\
Risk is to be reported at its quarterly meetings (4.5.1), and performance to it (4.6.1). Who chairs it, its terms, its quorum, who sits on \
it, to whom it reports and when it met is not in the paper. The council's overview and scrutiny committee for crime and disorder \
scrutinises the work (4.5.1); that is no reporting line. When the board's year begins is not said either; April is assumed."""

DEFINITION = """\
Any violence and exploitation affecting young people under the age of 25, domestic abuse, and sexual violence. Within the context of \
these types of violence, it encompasses homicide, grievous bodily harm, actual bodily harm, rape, assault by penetration, sexual \
assault, personal robbery, threats to kill and violence against property caused during the commission of one of these offences.

Domestic abuse is as defined in the Domestic Abuse Act 2021"""

DEFINITION_NOTES = """\
The paper quotes it as set by MOPAC for London's authorities (1.1.5). Paragraph 1.3.1 adds what the strategy is concerned with: homicide, \
knife and gun crime, and crime that carries violence or the threat of it in itself, gangs and county lines among them.

Not in the paper: how each of the four factors of section 13(6) was taken into account, who agreed the wording for Barnet and when, and \
whether the focus is on young people's violence in public."""

STRATEGY_NOTE = """\
Period: the title and paragraph 1.3.5 say 2024 to 2027; recommendation (a) says 2023-27. The title's is used here.

Paragraph 1.3.6 says that it has to be published by 31 January 2024 and placed on the council's website, then sent to \
seriousviolenceduty@homeoffice.gov.uk within 7 days of publication. These were plans on the day of the paper, so no publication \
and no sending is recorded. The seven days begin with the day of publication itself (SI 2022/1304 regulation 4(2)): the last day \
is six days after it, not seven.

Paragraph 1.3.7 says that the Act requires a review at least once a year. The Act says "under review" (section 8(7)(b)); \
the yearly review comes from guidance."""

VERSION_NOTE = """\
The strategy itself was appendix B of the paper and is not held here. What is kept is our summary of what the paper says about it, dated \
by the Cabinet meeting it was put to.

Approval: Cabinet was asked to note and agree it (recommendation a). What it decided is not in the paper, so no approval is recorded."""

SUMMARY = read_sections("barnet_summary.md")

KINDS = """\
Homicide
Knife crime
Gun crime
Violence in and between gangs
Violence in the drug trade run from cities (county lines)
Domestic abuse
Sexual offences"""

CAUSES = """\
Permanent exclusion from school, and moves between schools agreed to avoid it
Exploitation of people aged 10 to 24 with special educational needs, disabilities or neurodiverse conditions
Harm suffered early in life, more common among children in care and care leavers, who are easier to groom and coerce"""

FINDINGS = """\
Act as one system: the partnership's own joint work has to become stronger.
Build on the local projects that already work.
Use what the first results of “Clear, Hold, Build” teach about places with much violence.
Offer the same support place by place, in schools and communities: for parents, in teaching, and for those aged 10 to 25 most at risk.
Give those aged 10 to 24 with special educational needs, disabilities or neurodiverse conditions support of their own.
Watch which groups are over-represented, act on it, and build that into every measure and evaluation.
Find answers to local problems together with local people.
Open support for male victims, who are at high risk.
Work with schools so that fewer pupils are moved on or excluded.
Campaign in public against carrying and using knives.
Bring the other partnerships' priorities into line with the strategy."""

ASSESSMENT_NOTE = """\
The assessment itself was appendix A and is not held here. The year is that of its title; the paper gives no day, and does not say which \
years its figures cover. It fulfils the Crime and Disorder Act 1998 too (1.1.3).

Findings: paragraph 1.2.3, in our words. The paper gives no table of kinds and causes; the kinds below are those that the strategy \
resting on the assessment is about (1.3.1), the causes those that the findings and paragraph 4.4.1 speak of.

Approval: Cabinet was asked to note and agree it too (recommendation b). What it decided is not in the paper."""

# From whom, what, and what is missing.
SOURCES = [
    (
        "The specified and relevant authorities, together",
        "Pooled data on local causes and the people most affected",
        "Which body gave what, and when, is not in the paper.",
    ),
    ("Community groups, residents and members of the council", "What they said in the public consultation", ""),
]

PUBLIC = """\
Focus groups, surveys online and walkabouts in the wards; direct work with more than 50 children and young people; residents, businesses \
and members of the council."""
PROFESSIONALS = "Direct work with 200 professionals."
CONSULTATION_NOTE = """\
It informed both the needs assessment and the strategy, and was completed in 2023. The paper gives no other date, so the year stands for \
the opening too. It does not say that schools, prisons or places of youth custody were asked as the Act requires, nor how many there are."""

TO_BE_ALIGNED = {"standing": "To be brought into line with this strategy"}
ALIGNED = [
    {"name": "Combating drugs: plan of the partnership", "owner": "Combating Drugs Partnership", **TO_BE_ALIGNED},
    {"name": "Community Safety Strategy", **TO_BE_ALIGNED},
    {"name": "Reducing offending: plan of the partnership", "owner": "Reducing Offending Partnership", **TO_BE_ALIGNED},
    {"name": "Youth justice: priorities of the partnership", "owner": "Youth Justice Partnership", **TO_BE_ALIGNED},
    {"name": "Health and wellbeing: priorities of the board", "owner": "Health and Wellbeing Board", **TO_BE_ALIGNED},
    {"name": "Domestic abuse and violence against women and girls", **TO_BE_ALIGNED},
    {"name": "Tackling Exploitation Strategy", **TO_BE_ALIGNED},
]

REVIEW = f"{para('1.1.3 and 1.3.7')}: at least once a year, against crime statistics and local data. The first date is not said."
