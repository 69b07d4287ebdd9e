"""Barnet's seven objectives, from paragraph 1.3.5, in our words. Its action plan was an appendix and is not held here: no action."""

from compliance.examples.barnet_texts import para
from compliance.examples.loading import Example
from compliance.examples.planned import add_objectives
from strategies.models import Strategy

OBJECTIVES: list[dict[str, str]] = [
    {
        "title": "Make existing joint work stronger, as one system",
        "description": "The local aims on drugs, violence against women and girls, reoffending, exploitation and serious violence are "
        "brought into line.",
    },
    {"title": "Solve problems together with residents, children and parents"},
    {"title": "Make people aware of the harm that violence does, through targeted campaigns"},
    {"title": "Bring those who use violence into programmes that change behaviour, and see justice done"},
    {
        "title": "Work place by place with schools and communities",
        "description": "Four things come first: to strengthen parents and carers; education that prevents; the needs of children with "
        "special educational needs as they arise; and early help, resting on evidence, for those aged 10 to 25 at greatest risk.",
    },
    {"title": "Give victims stronger support that is easy to reach and aware of trauma"},
    {"title": "Share data, and use them to shape services and see whether they work"},
]


def add_the_objectives(example: Example, strategy: Strategy) -> None:
    add_objectives(example, strategy, OBJECTIVES, para("1.3.5"))
