"""Workbooks that partners filled in, and what became of them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0015_policing_body_contacts"),
        ("strategies", "0009_delivery"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="WorkbookImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("actions", "Action plan"), ("figures", "Figures of the measures"), ("amounts", "Amounts of money")],
                        editable=False,
                        max_length=8,
                        verbose_name="What it holds",
                    ),
                ),
                ("on_behalf", models.CharField(blank=True, editable=False, max_length=150, verbose_name="Who filled it in")),
                ("cells", models.JSONField(default=dict, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Waiting to be looked at"), ("taken", "Taken"), ("set-aside", "Set aside")],
                        default="waiting",
                        editable=False,
                        max_length=9,
                        verbose_name="Where it stands",
                    ),
                ),
                ("read_at", models.DateTimeField(editable=False)),
                ("over_at", models.DateTimeField(editable=False, null=True)),
                ("taken", models.JSONField(default=list, editable=False)),
                (
                    "file",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.storedfile"
                    ),
                ),
                (
                    "over_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="workbook_imports",
                        to="partnerships.partnership",
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-read_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("over_at__isnull", True), ("state", "waiting")),
                            models.Q(models.Q(("state", "waiting"), _negated=True), ("over_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="workbook_import_over",
                    )
                ],
            },
        ),
    ]
