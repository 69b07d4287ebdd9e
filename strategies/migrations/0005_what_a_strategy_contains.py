"""The sixteen things a strategy is expected to contain. Their names can be edited; their codes stay."""

from typing import Any

from django.db import migrations

ACT = "Police, Crime, Sentencing and Courts Act 2022"
PRACTICE = "Good practice; the templates and papers of areas"
ELEMENTS = [
    ("arrangements", "The partnership, its members and who leads", PRACTICE),
    ("definition", "The agreed definition of serious violence", PRACTICE),
    ("assessment", "A summary of the needs assessment: kinds, causes, people and places", f"{ACT} s.8(3)(a) and (b)"),
    ("objectives", "Objectives or priorities", PRACTICE),
    ("activity", "What will be done for each objective, by whom and by when", f"{ACT} s.8(3)(c)"),
    ("functions", "How each specified authority will use its functions", f"{ACT} s.8(3)(c)"),
    ("relevant-authorities", "Actions for schools, prisons and youth custody, if there are any", f"{ACT} s.8(5)"),
    ("engagement", "How the voluntary sector, communities, children and young people take part", PRACTICE),
    ("information", "How information and data are shared", PRACTICE),
    ("funding", "Where the money comes from", PRACTICE),
    ("aligned", "The strategies it works with", PRACTICE),
    ("measures", "How progress is measured and reported", PRACTICE),
    ("review", "How and when it is reviewed", PRACTICE),
    ("consultation", "The consultation: who, when, what they said and what changed", f"{ACT} s.8(4)"),
    ("nothing-barred", "Nothing in it that the Act bars", f"{ACT} s.8(8)"),
    ("equality", "What it means for equality", "Equality Act 2010 s.149"),
]


def add_rows(apps: Any, schema_editor: Any) -> None:
    element = apps.get_model("strategies", "ContentsElement")
    for position, (code, name, basis) in enumerate(ELEMENTS, start=1):
        element.objects.create(code=code, position=position, name=name, basis=basis)


class Migration(migrations.Migration):
    dependencies = [("strategies", "0004_the_rest_of_the_year")]
    operations = [migrations.RunPython(add_rows, migrations.RunPython.noop)]
