import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0005_what_the_papers_do_not_say"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("key", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("count", models.PositiveIntegerField(default=0)),
                ("until", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="MailedLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("purpose", models.CharField(max_length=30)),
                ("thing_kind", models.CharField(max_length=40)),
                ("thing_pk", models.BigIntegerField()),
                ("address", models.EmailField(max_length=254)),
                ("sha256", models.CharField(max_length=64, null=True, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                ("revoked_because", models.CharField(blank=True, max_length=300)),
                (
                    "partnership",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.partnership"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Mail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=60)),
                ("key", models.CharField(blank=True, max_length=200)),
                ("address", models.EmailField(max_length=254)),
                ("subject", models.CharField(max_length=200)),
                ("text", models.TextField()),
                ("message_id", models.CharField(max_length=120)),
                ("asked_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("given-up", "Given up"),
                            ("refused", "Refused"),
                            ("perhaps", "Perhaps sent"),
                            ("sending", "Being sent"),
                            ("waiting", "Waiting"),
                            ("sent", "Sent"),
                            ("dropped", "Not needed any more"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("first_tried_at", models.DateTimeField(null=True)),
                ("since", models.DateTimeField()),
                ("reason", models.CharField(blank=True, max_length=600)),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.partnership"
                    ),
                ),
                (
                    "to_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="mails", to="partnerships.mailedlink"
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.EmailField(max_length=254, verbose_name="E-mail address")),
                ("name", models.CharField(max_length=150, verbose_name="Name or post")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("coordinator", "Coordinator"),
                            ("contributor", "Contributor"),
                            ("board", "Board member"),
                            ("viewer", "Viewer"),
                            ("overseer", "Overseer"),
                            ("administrator", "Administrator"),
                        ],
                        max_length=13,
                    ),
                ),
                ("invited_on", models.DateField()),
                ("accepted_on", models.DateField(null=True)),
                ("withdrawn_on", models.DateField(null=True)),
                ("withdrawn_reason", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.organisation"
                    ),
                ),
                (
                    "grant",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="invitation", to="partnerships.rolegrant"
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="invitations", to="partnerships.partnership"
                    ),
                ),
                (
                    "police_area",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.policearea"
                    ),
                ),
            ],
            options={
                "ordering": ["name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("partnership__isnull", False),
                                ("police_area__isnull", True),
                                ("role__in", ["coordinator", "contributor", "board", "viewer"]),
                            ),
                            models.Q(("partnership__isnull", True), ("police_area__isnull", False), ("role", "overseer")),
                            models.Q(("partnership__isnull", True), ("police_area__isnull", True), ("role", "administrator")),
                            _connector="OR",
                        ),
                        name="invitation_has_its_scope",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("accepted_on__isnull", True), ("grant__isnull", True)),
                            models.Q(("accepted_on__isnull", False), ("grant__isnull", False), ("withdrawn_on__isnull", True)),
                            _connector="OR",
                        ),
                        name="invitation_has_one_end",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("accepted_on__isnull", True), ("withdrawn_on__isnull", True), ("partnership__isnull", False)),
                        fields=("address", "role", "partnership"),
                        name="invitation_to_partnership_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("accepted_on__isnull", True), ("withdrawn_on__isnull", True), ("police_area__isnull", False)),
                        fields=("address", "role", "police_area"),
                        name="invitation_to_police_area_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("accepted_on__isnull", True),
                            ("withdrawn_on__isnull", True),
                            ("partnership__isnull", True),
                            ("police_area__isnull", True),
                        ),
                        fields=("address", "role"),
                        name="invitation_to_installation_once",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="mailedlink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("revoked_at__isnull", True), ("used_at__isnull", True)),
                fields=("purpose", "thing_kind", "thing_pk"),
                name="link_open_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailedlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("used_at__isnull", True), ("revoked_at__isnull", True), _connector="OR"), name="link_has_one_end"
            ),
        ),
        migrations.AddIndex(
            model_name="mail",
            index=models.Index(fields=["state", "since"], name="mail_state_since"),
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.UniqueConstraint(condition=models.Q(("key", ""), _negated=True), fields=("key",), name="mail_once"),
        ),
    ]
