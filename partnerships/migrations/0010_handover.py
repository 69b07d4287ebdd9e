import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0009_board_packs"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="erased_on",
            field=models.DateField(editable=False, null=True),
        ),
        migrations.CreateModel(
            name="Handover",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField()),
                ("last_day", models.DateField(verbose_name="Last day")),
                ("note", models.TextField(blank=True, verbose_name="What whoever follows should know")),
                ("held", models.JSONField(default=list)),
                ("passed", models.JSONField(default=list)),
                ("settled_on", models.DateField(null=True)),
                ("leaver", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="handovers", to="partnerships.partnership"),
                ),
                (
                    "taker",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="OfferedRole",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "former",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.rolegrant"),
                ),
                (
                    "handover",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="offered", to="partnerships.handover"),
                ),
                (
                    "invitation",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.invitation"),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="handover",
            index=models.Index(fields=["partnership", "settled_on"], name="handover_unsettled"),
        ),
    ]
