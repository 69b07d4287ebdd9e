"""The London minimum definition, quoted, so that London's boroughs begin from the words that they share."""

from typing import Any

from django.db import migrations

NAME = "London minimum definition (VRU and MOPAC)"
WORDING = (
    "Any violence and exploitation affecting young people under the age of 25, domestic abuse, and sexual violence. Within the context "
    "of these types of violence, it encompasses homicide, grievous bodily harm, actual bodily harm, rape, assault by penetration, sexual "
    "assault, personal robbery, threats to kill and violence against property caused during the commission of one of these offences. "
    "Domestic abuse is as defined in the Domestic Abuse Act 2021"
)
SOURCE = (
    "London's Violence Reduction Unit and the Mayor's Office for Policing and Crime, as quoted in Barnet's Cabinet report of "
    "16 January 2024; pages of Richmond and Kingston, read at second hand, have the same words."
)


def add(apps: Any, schema_editor: Any) -> None:
    apps.get_model("partnerships", "DefinitionTemplate").objects.get_or_create(name=NAME, defaults={"wording": WORDING, "source": SOURCE})


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0010_handover")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
