import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import svduty.vague_dates


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0006_outbox_and_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="DefinitionTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("starts", svduty.vague_dates.VagueDateField(blank=True, null=True, verbose_name="Since")),
                (
                    "ends",
                    svduty.vague_dates.VagueDateField(blank=True, help_text="Leave empty while it lasts.", null=True, verbose_name="Until"),
                ),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="Name")),
                ("wording", models.TextField(verbose_name="Wording")),
                ("source", models.CharField(help_text="Where the wording can be read.", max_length=300, verbose_name="Source")),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="dutyholder",
            name="lead_since",
            field=svduty.vague_dates.VagueDateField(
                blank=True, help_text="For example 1 4 2025, or April 2025.", null=True, verbose_name="Senior lead since"
            ),
        ),
        migrations.AddField(
            model_name="localdefinition",
            name="based_on_version",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partnerships.localdefinition",
                verbose_name="Based on the version",
            ),
        ),
        migrations.AlterField(
            model_name="localdefinition",
            name="based_on",
            field=models.CharField(
                blank=True, help_text="If it is neither listed here nor a version above.", max_length=200, verbose_name="Based on"
            ),
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("about_kind", models.CharField(blank=True, editable=False, max_length=40)),
                ("about_pk", models.BigIntegerField(blank=True, editable=False, null=True)),
                ("about_label", models.CharField(blank=True, editable=False, max_length=300, verbose_name="About")),
                ("about_version", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("title", models.CharField(max_length=200, verbose_name="Item")),
                (
                    "purpose",
                    models.CharField(
                        choices=[("decision", "For decision"), ("discussion", "For discussion"), ("note", "To note")],
                        default="note",
                        max_length=10,
                        verbose_name="What for",
                    ),
                ),
                ("presented_by", models.CharField(blank=True, help_text="The post.", max_length=200, verbose_name="Presented by")),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="In a few plain sentences; in the pack it stands above the paper.",
                        verbose_name="What is asked",
                    ),
                ),
                ("paper_link", models.URLField(blank=True, max_length=500, verbose_name="Where the paper can be read")),
                ("sent_on", svduty.vague_dates.VagueDateField(blank=True, null=True, verbose_name="Paper sent out on")),
                (
                    "late_reason",
                    models.TextField(
                        blank=True, help_text="Why the paper could not go out in time, for the minutes.", verbose_name="Reason for urgency"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnerships.storedfile",
                        verbose_name="Paper",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Board",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("starts", svduty.vague_dates.VagueDateField(blank=True, null=True, verbose_name="Since")),
                (
                    "ends",
                    svduty.vague_dates.VagueDateField(blank=True, help_text="Leave empty while it lasts.", null=True, verbose_name="Until"),
                ),
                ("name", models.CharField(max_length=200, verbose_name="Name")),
                (
                    "leads",
                    models.BooleanField(
                        default=False,
                        help_text="Its governance and meetings are then looked at.",
                        verbose_name="This board leads the work on serious violence",
                    ),
                ),
                (
                    "terms",
                    models.TextField(
                        blank=True, help_text="What it is for and what it may decide, in short.", verbose_name="Terms of reference"
                    ),
                ),
                ("terms_link", models.URLField(blank=True, max_length=500, verbose_name="Where the terms can be read")),
                (
                    "terms_agreed_on",
                    svduty.vague_dates.VagueDateField(
                        blank=True, help_text="For example 20 2 2024, or February 2024.", null=True, verbose_name="Terms agreed on"
                    ),
                ),
                (
                    "reports_to",
                    models.CharField(
                        blank=True,
                        help_text="For example the council's cabinet.",
                        max_length=200,
                        verbose_name="Reports to, if not listed here",
                    ),
                ),
                (
                    "meets",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("times", "A number of times a year"),
                            ("quarterly", "At least once in each quarter"),
                            ("as-needed", "When there is need"),
                        ],
                        max_length=9,
                        verbose_name="How often it meets",
                    ),
                ),
                (
                    "times_a_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(52)],
                        verbose_name="How many times a year",
                    ),
                ),
                (
                    "year_begins",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "January"),
                            (2, "February"),
                            (3, "March"),
                            (4, "April"),
                            (5, "May"),
                            (6, "June"),
                            (7, "July"),
                            (8, "August"),
                            (9, "September"),
                            (10, "October"),
                            (11, "November"),
                            (12, "December"),
                        ],
                        default=4,
                        verbose_name="The board's year begins on the first of",
                    ),
                ),
                ("quorum_words", models.TextField(blank=True, verbose_name="The quorum, in the words of its terms")),
                (
                    "quorum_part",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="For one quarter: 1.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="Quorum: how many parts",
                    ),
                ),
                (
                    "quorum_whole",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="For one quarter: 4.",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="Quorum: of how many parts",
                    ),
                ),
                (
                    "quorum_minimum",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="A number of members, if the terms name one.",
                        null=True,
                        verbose_name="Quorum: never fewer than",
                    ),
                ),
                (
                    "quorum_of",
                    models.CharField(
                        choices=[("all", "All members"), ("voting", "Voting members only")],
                        default="all",
                        max_length=6,
                        verbose_name="Quorum: of whom",
                    ),
                ),
                (
                    "quorum_chair",
                    models.BooleanField(
                        default=False,
                        help_text="The chair is then counted besides the others, not among them.",
                        verbose_name="The chair must be there",
                    ),
                ),
                (
                    "paper_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Working days between the day papers go out and the meeting, neither counted. Five for a council's committee.",
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(60)],
                        verbose_name="Clear days for papers",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="Note")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="A board listed here.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="partnerships.board",
                        verbose_name="Reports to",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="boards", to="partnerships.partnership"
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
            },
        ),
        migrations.CreateModel(
            name="CollaborationRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                (
                    "asked_by_as",
                    models.CharField(
                        choices=[("specified", "Specified authority (Schedule 1)"), ("relevant", "Relevant authority (Schedule 2)")],
                        max_length=9,
                        verbose_name="They asked as",
                    ),
                ),
                (
                    "asked_of_as",
                    models.CharField(
                        choices=[("specified", "Specified authority (Schedule 1)"), ("relevant", "Relevant authority (Schedule 2)")],
                        max_length=9,
                        verbose_name="They were asked as",
                    ),
                ),
                ("asked_on", svduty.vague_dates.VagueDateField(verbose_name="Asked on")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("assessing", "Identifying the kinds or causes of serious violence"),
                            ("preparing", "Preparing the strategy"),
                            ("carrying-out", "Carrying out the strategy"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                        verbose_name="What for",
                    ),
                ),
                ("about", models.TextField(help_text="No personal information.", verbose_name="What was asked")),
                ("answered_on", svduty.vague_dates.VagueDateField(blank=True, null=True, verbose_name="Answered on")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("agreed", "Will work with them"), ("partly", "In part"), ("refused", "Will not")],
                        max_length=7,
                        verbose_name="The answer",
                    ),
                ),
                (
                    "incompatible",
                    models.BooleanField(default=False, help_text="Section 15(7)(a).", verbose_name="Another enactment's duty forbids it"),
                ),
                (
                    "adverse",
                    models.BooleanField(
                        default=False, help_text="Section 15(7)(b).", verbose_name="It would harm the body's own functions"
                    ),
                ),
                (
                    "disproportionate",
                    models.BooleanField(
                        default=False, help_text="Section 15(7)(c).", verbose_name="It would be out of proportion to the need"
                    ),
                ),
                (
                    "costly",
                    models.BooleanField(default=False, help_text="Section 15(7)(d).", verbose_name="It would cost more than is reasonable"),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True,
                        help_text="Why the ground holds; the effect together with other requests counts too.",
                        verbose_name="Reason",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnerships.organisation",
                        verbose_name="Asked by",
                    ),
                ),
                (
                    "asked_of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="collaboration_requests",
                        to="partnerships.organisation",
                        verbose_name="Asked of",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnerships.storedfile",
                        verbose_name="File",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="collaboration_requests",
                        to="partnerships.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_on", "-id"],
            },
        ),
        migrations.AddField(
            model_name="localdefinition",
            name="based_on_template",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partnerships.definitiontemplate",
                verbose_name="Based on the wording of",
            ),
        ),
        migrations.CreateModel(
            name="GovernanceReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("held_on", svduty.vague_dates.VagueDateField(help_text="For example 10 1 2025.", verbose_name="Completed on")),
                ("found", models.TextField(blank=True, verbose_name="What came of it")),
                ("reference", models.CharField(blank=True, max_length=300, verbose_name="Minute or paper")),
                (
                    "board",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="governance_reviews",
                        to="partnerships.board",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnerships.storedfile",
                        verbose_name="File",
                    ),
                ),
            ],
            options={
                "ordering": ["held_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("day", models.DateField(verbose_name="Day")),
                ("begins_at", models.TimeField(blank=True, null=True, verbose_name="Begins at")),
                ("place", models.CharField(blank=True, help_text="A room, or online.", max_length=200, verbose_name="Place")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "Planned"), ("held", "Held"), ("cancelled", "Cancelled")],
                        default="planned",
                        editable=False,
                        max_length=9,
                        verbose_name="State",
                    ),
                ),
                ("state_reason", models.TextField(blank=True, editable=False, verbose_name="Why it was cancelled")),
                (
                    "others",
                    models.TextField(blank=True, help_text="Posts without a seat on that day, one a line.", verbose_name="Others who came"),
                ),
                ("minutes", models.TextField(blank=True, help_text="In Markdown; or add them as a file.", verbose_name="Minutes")),
                ("minutes_agreed_on", svduty.vague_dates.VagueDateField(blank=True, null=True, verbose_name="Minutes agreed on")),
                ("quorum_base", models.PositiveSmallIntegerField(blank=True, editable=False, null=True, verbose_name="Members counted")),
                ("quorum_needed", models.PositiveSmallIntegerField(blank=True, editable=False, null=True, verbose_name="Members needed")),
                ("quorum_present", models.PositiveSmallIntegerField(blank=True, editable=False, null=True, verbose_name="Members there")),
                ("quorum_chair", models.BooleanField(blank=True, editable=False, null=True, verbose_name="The chair was there")),
                ("quorum_rule", models.CharField(blank=True, editable=False, max_length=300, verbose_name="The rule it was judged by")),
                ("quorate", models.BooleanField(blank=True, editable=False, null=True, verbose_name="Quorate")),
                (
                    "board",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="partnerships.board"
                    ),
                ),
                (
                    "minutes_file",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnerships.storedfile",
                        verbose_name="Minutes as a file",
                    ),
                ),
            ],
            options={
                "ordering": ["-day", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("about_kind", models.CharField(blank=True, editable=False, max_length=40)),
                ("about_pk", models.BigIntegerField(blank=True, editable=False, null=True)),
                ("about_label", models.CharField(blank=True, editable=False, max_length=300, verbose_name="About")),
                ("about_version", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("wording", models.TextField(help_text="In the words of the minute.", verbose_name="What was decided")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("agreed", "Agreed"),
                            ("conditions", "Agreed with conditions"),
                            ("not-agreed", "Not agreed"),
                            ("deferred", "Put off"),
                            ("noted", "Noted"),
                        ],
                        max_length=10,
                        verbose_name="Outcome",
                    ),
                ),
                ("conditions", models.TextField(blank=True, verbose_name="Conditions")),
                ("in_favour", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="In favour")),
                ("against", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Against")),
                ("abstained", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Abstained")),
                ("dissent", models.TextField(blank=True, help_text="Who disagreed (posts) and why.", verbose_name="Dissent")),
                (
                    "interests",
                    models.TextField(
                        blank=True, help_text="By which posts, and what they did about it.", verbose_name="Interests declared"
                    ),
                ),
                ("reference", models.CharField(blank=True, max_length=100, verbose_name="Number in the minutes")),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="partnerships.agendaitem",
                        verbose_name="Item of the agenda",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="partnerships.meeting"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="meeting",
            field=models.ForeignKey(
                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="items", to="partnerships.meeting"
            ),
        ),
        migrations.CreateModel(
            name="MeetingAction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("what", models.TextField(verbose_name="What is to be done")),
                ("post", models.CharField(blank=True, help_text="The post.", max_length=200, verbose_name="Who")),
                (
                    "due_on",
                    svduty.vague_dates.VagueDateField(
                        blank=True, help_text="For example 30 6 2026, or June 2026.", null=True, verbose_name="By"
                    ),
                ),
                ("done_on", svduty.vague_dates.VagueDateField(blank=True, null=True, verbose_name="Done on")),
                ("outcome", models.TextField(blank=True, verbose_name="What came of it")),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="partnerships.agendaitem",
                        verbose_name="Item of the agenda",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="actions", to="partnerships.meeting"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meeting_actions",
                        to="partnerships.organisation",
                        verbose_name="Body",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="PaperRoute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("about_kind", models.CharField(blank=True, editable=False, max_length=40)),
                ("about_pk", models.BigIntegerField(blank=True, editable=False, null=True)),
                ("about_label", models.CharField(blank=True, editable=False, max_length=300, verbose_name="About")),
                ("about_version", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("title", models.CharField(max_length=200, verbose_name="Paper")),
                ("through_by", models.DateField(verbose_name="Must be through by")),
                (
                    "why_then",
                    models.CharField(
                        blank=True,
                        help_text="For example the day fixed by regulation 3(1).",
                        max_length=300,
                        verbose_name="What that day is",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="Note")),
                (
                    "partnership",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paper_routes",
                        to="partnerships.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ["through_by", "id"],
            },
        ),
        migrations.CreateModel(
            name="PolicingBodyRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("information", "Information (section 17)"),
                            ("meeting", "To come to a meeting (regulation 9)"),
                            ("monitoring", "Monitoring of how the duty is met (section 14)"),
                        ],
                        max_length=11,
                        verbose_name="What kind",
                    ),
                ),
                ("asked_on", svduty.vague_dates.VagueDateField(verbose_name="Asked on")),
                ("about", models.TextField(help_text="No personal information.", verbose_name="What was asked")),
                (
                    "answer_by",
                    models.DateField(
                        blank=True, help_text="If the request names a day. The law sets none.", null=True, verbose_name="Asked for by"
                    ),
                ),
                ("answered_on", svduty.vague_dates.VagueDateField(blank=True, null=True, verbose_name="Answered on")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("given", "Done as asked"),
                            ("partly", "Done in part"),
                            ("not-held", "Beyond what the Act asks (not held, or not about this body, its functions or those it serves)"),
                            ("refused", "Refused for another reason"),
                        ],
                        max_length=8,
                        verbose_name="The answer",
                    ),
                ),
                ("answer_note", models.TextField(blank=True, verbose_name="What was answered, and why")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnerships.organisation",
                        verbose_name="Asked by",
                    ),
                ),
                (
                    "asked_of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="policing_requests",
                        to="partnerships.organisation",
                        verbose_name="Asked of",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnerships.storedfile",
                        verbose_name="File",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="policing_requests",
                        to="partnerships.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="RouteStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "purpose",
                    models.CharField(
                        choices=[("decision", "For decision"), ("discussion", "For discussion"), ("note", "To note")],
                        default="discussion",
                        max_length=10,
                        verbose_name="What for",
                    ),
                ),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnerships.board", verbose_name="Board"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnerships.meeting",
                        verbose_name="Meeting",
                    ),
                ),
                (
                    "route",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="partnerships.paperroute"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("starts", svduty.vague_dates.VagueDateField(blank=True, null=True, verbose_name="Since")),
                (
                    "ends",
                    svduty.vague_dates.VagueDateField(blank=True, help_text="Leave empty while it lasts.", null=True, verbose_name="Until"),
                ),
                (
                    "post",
                    models.CharField(
                        help_text="The post, not a person's name, for example Borough Commander.", max_length=200, verbose_name="Post"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("chair", "Chair"), ("voting", "Voting member"), ("non-voting", "Attends without a vote")],
                        default="voting",
                        max_length=10,
                        verbose_name="Kind of seat",
                    ),
                ),
                ("deputy", models.CharField(blank=True, help_text="The post that stands in.", max_length=200, verbose_name="Deputy")),
                (
                    "deputy_authority",
                    models.CharField(
                        blank=True,
                        help_text="For example the terms, or a letter of a day.",
                        max_length=300,
                        verbose_name="Where the deputy's authority is written down",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "board",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="partnerships.board"
                    ),
                ),
                (
                    "capacity",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only where the body takes part in more than one way and this seat stands for one of them.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnerships.authoritytype",
                        verbose_name="Only as",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="partnerships.organisation",
                        verbose_name="Body it speaks for",
                    ),
                ),
            ],
            options={
                "ordering": ["board", "position", "id"],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "came",
                    models.CharField(
                        choices=[
                            ("member", "Came"),
                            ("deputy", "A deputy came"),
                            ("apologies", "Sent apologies"),
                            ("absent", "Did not come"),
                        ],
                        max_length=9,
                        verbose_name="Came",
                    ),
                ),
                ("deputy", models.CharField(blank=True, help_text="The post.", max_length=200, verbose_name="Who came instead")),
                ("authority", models.CharField(blank=True, max_length=300, verbose_name="By what authority")),
                (
                    "interest",
                    models.TextField(
                        blank=True, help_text="What it was, and what the member did about it.", verbose_name="Interest declared"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="attendances", to="partnerships.meeting"
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="attendances", to="partnerships.seat"
                    ),
                ),
            ],
            options={
                "ordering": ["seat__position", "seat_id"],
            },
        ),
        migrations.AddField(
            model_name="rolegrant",
            name="seats",
            field=models.ManyToManyField(blank=True, related_name="grants", to="partnerships.seat"),
        ),
        migrations.CreateModel(
            name="SharingAgreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("starts", svduty.vague_dates.VagueDateField(blank=True, null=True, verbose_name="Since")),
                (
                    "ends",
                    svduty.vague_dates.VagueDateField(blank=True, help_text="Leave empty while it lasts.", null=True, verbose_name="Until"),
                ),
                ("title", models.CharField(max_length=200, verbose_name="Title")),
                ("purpose", models.TextField(blank=True, verbose_name="What it is for")),
                (
                    "for_csp",
                    models.BooleanField(
                        default=False,
                        help_text="The 2007 Regulations ask a community safety partnership for one; there it is law.",
                        verbose_name="It is also the protocol of the community safety partnership",
                    ),
                ),
                (
                    "bars_patient",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No")],
                        help_text="Section 16 does not authorise sharing it.",
                        max_length=3,
                        verbose_name="Does it leave out patient information?",
                    ),
                ),
                (
                    "bars_health",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No")],
                        help_text="Section 16 does not authorise them to give it.",
                        max_length=3,
                        verbose_name="Does it leave out personal information from health and social care authorities?",
                    ),
                ),
                (
                    "bars_protected",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No")],
                        help_text="Section 16 does not authorise anything against it.",
                        max_length=3,
                        verbose_name="Does it keep to data protection law?",
                    ),
                ),
                (
                    "bars_intercepted",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No")],
                        help_text="Parts 1 to 7 and chapter 1 of part 9.",
                        max_length=3,
                        verbose_name="Does it keep to the Investigatory Powers Act 2016?",
                    ),
                ),
                (
                    "review_on",
                    svduty.vague_dates.VagueDateField(
                        blank=True, help_text="If left empty: twelve months after it began.", null=True, verbose_name="To be reviewed by"
                    ),
                ),
                ("link", models.URLField(blank=True, max_length=500, verbose_name="Where it can be read")),
                ("note", models.TextField(blank=True, verbose_name="Note")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnerships.storedfile",
                        verbose_name="File",
                    ),
                ),
                (
                    "parties",
                    models.ManyToManyField(
                        blank=True, related_name="sharing_agreements", to="partnerships.organisation", verbose_name="Parties"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sharing_agreements",
                        to="partnerships.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ["title", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="board",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends__isnull", True)),
                fields=("partnership", "name"),
                name="board_name_once",
                violation_error_message="A board of this name is here already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="board",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("quorum_part__isnull", True), ("quorum_whole__isnull", True)),
                    models.Q(("quorum_part__gte", 1), ("quorum_whole__gte", models.F("quorum_part"))),
                    _connector="OR",
                ),
                name="board_quorum_is_a_fraction",
                violation_error_message="Give both parts of the fraction, the first no greater than the second: for one quarter 1 and 4.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("withdrawn_on__isnull", True), models.Q(("state", "cancelled"), _negated=True), ("begins_at__isnull", False)
                ),
                fields=("board", "day", "begins_at"),
                name="meeting_once",
                violation_error_message="A meeting of this board on that day and at that time is here already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("withdrawn_on__isnull", True), models.Q(("state", "cancelled"), _negated=True), ("begins_at__isnull", True)
                ),
                fields=("board", "day"),
                name="meeting_without_time_once",
                violation_error_message="A meeting of this board on that day is here already. If there were two, give the times.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends__isnull", True), ("organisation__isnull", False)),
                fields=("board", "post", "organisation"),
                name="seat_once",
                violation_error_message="This post of this body has a seat on the board already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends__isnull", True), ("organisation__isnull", True)),
                fields=("board", "post"),
                name="seat_without_body_once",
                violation_error_message="This post has a seat on the board already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends__isnull", True), ("kind", "chair")),
                fields=("board",),
                name="one_chair_at_a_time",
                violation_error_message="The board has a chair already. End that seat first, then add the new chair.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(fields=("meeting", "seat"), name="attendance_once"),
        ),
    ]
