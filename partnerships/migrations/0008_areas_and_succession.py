import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

import svduty.vague_dates


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0007_sign_in"),
    ]

    operations = [
        migrations.AddField(
            model_name="dutyholder",
            name="carried_over",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="localgovernmentarea",
            name="licence",
            field=models.CharField(blank=True, editable=False, max_length=100, verbose_name="Licence"),
        ),
        migrations.AddField(
            model_name="localgovernmentarea",
            name="source",
            field=models.CharField(blank=True, editable=False, max_length=200, verbose_name="Taken from"),
        ),
        migrations.AddField(
            model_name="localgovernmentarea",
            name="source_date",
            field=svduty.vague_dates.VagueDateField(blank=True, editable=False, null=True, verbose_name="As at"),
        ),
        migrations.AlterField(
            model_name="authoritytype",
            name="needed_in",
            field=models.CharField(
                choices=[
                    ("every", "Every area"),
                    ("england", "Every area in England"),
                    ("wales", "Every area in Wales"),
                    ("two-tier", "Two-tier districts"),
                    ("nowhere", "Not required"),
                ],
                default="nowhere",
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="localgovernmentarea",
            name="kind",
            field=models.CharField(
                choices=[
                    ("two-tier", "District in a county with two councils (two-tier)"),
                    ("metropolitan", "Metropolitan district"),
                    ("unitary", "Unitary authority area"),
                    ("london", "London borough"),
                    ("city", "City of London"),
                    ("scilly", "Isles of Scilly"),
                    ("welsh-county", "County in Wales"),
                    ("welsh-borough", "County borough in Wales"),
                    ("welsh", "County or county borough in Wales"),
                ],
                max_length=13,
                verbose_name="Kind of area",
            ),
        ),
        migrations.AddConstraint(
            model_name="localgovernmentarea",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("name"),
                models.F("kind"),
                condition=models.Q(("ends__isnull", True)),
                name="area_name_and_kind_once",
                violation_error_message="An area of this name and kind is listed already. If it has ended, say until when there first.",
            ),
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                (
                    "kind",
                    models.CharField(choices=[("body", "A body"), ("area", "A local government area")], editable=False, max_length=4),
                ),
                ("vesting_day", models.DateField(editable=False, verbose_name="Vesting day")),
                ("note", models.TextField(blank=True, editable=False, verbose_name="Note")),
                ("moved", models.JSONField(default=list, editable=False)),
                ("entered_on", models.DateField(editable=False)),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="partnerships.localgovernmentarea",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="partnerships.organisation",
                    ),
                ),
                (
                    "former_areas",
                    models.ManyToManyField(blank=True, editable=False, related_name="succeeded_by", to="partnerships.localgovernmentarea"),
                ),
                (
                    "former_bodies",
                    models.ManyToManyField(blank=True, editable=False, related_name="succeeded_by", to="partnerships.organisation"),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="partnerships.partnership",
                    ),
                ),
            ],
            options={"ordering": ["-vesting_day", "-id"]},
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("area__isnull", True), ("body__isnull", False), ("kind", "body")),
                    models.Q(("area__isnull", False), ("body__isnull", True), ("kind", "area")),
                    _connector="OR",
                ),
                name="succession_has_its_successor",
            ),
        ),
    ]
