from django.apps import AppConfig


class StrategiesConfig(AppConfig):
    name = "strategies"
    verbose_name = "Strategies"

    def ready(self) -> None:
        import strategies.tasks_papers
        import strategies.tasks_public
        import strategies.tasks_rounds  # noqa: F401 - they make their kinds of work known
        from partnerships.access.context import register_place
        from partnerships.area_uses import register_area_use
        from partnerships.audit.events import register_events, register_record_events, register_saved_by_itself, register_told_on
        from partnerships.consistency import register_check
        from partnerships.pack.papers import register_paper
        from partnerships.pointing import register_pointing
        from strategies import comment_mail, consistency, held_here, papers, progress_mail, review_mail
        from strategies.queries_areas import assessments_naming, strategies_naming
        from strategies.queries_pointing import assessments_to_point_at, reviews_to_point_at, versions_to_point_at
        from strategies.rounds.told import register_mails

        for kind, words in {
            "strategy": "a strategy",
            "sensitivitycheck": "a sensitivity check",
            "approval": "an approval",
            "publication": "a publication",
            "contentscheck": "a contents check",
            "equalityassessment": "an equality assessment",
            "alignedstrategy": "an aligned strategy",
            "annualreview": "a review",
            "reviewarrangement": "how a strategy is kept under review",
            "needsassessment": "a needs assessment",
            "assessedarea": "what was found in an area",
            "datasource": "data from a body",
            "consultation": "a consultation",
            "consultee": "a body that was asked",
            "consultationanswer": "an answer to a consultation",
            "numberinarea": "how many there are in an area",
            "publicpage": "a public page",
            "objective": "an objective",
            "action": "an action",
            "milestone": "a step of an action",
            "progressupdate": "news of an action",
            "fundingline": "an amount of money",
            "grantreturn": "a return to a funder",
            "reading": "a figure of a measure",
            "trainingrecord": "training",
            "partnershipplan": "a community safety plan",
            "regionalplansending": "a sending of the regional plan",
            "scrutinymeeting": "a scrutiny meeting",
            "scrutinyreport": "a scrutiny report",
            "scrutinyrequest": "a request of a scrutiny committee",
            "assurancestatement": "an assurance statement",
            "committeereport": "a report to a committee",
            "readinessassessment": "a readiness assessment",
            "readinesstheme": "a theme of a readiness assessment",
            "homicidereview": "a homicide review",
            "reviewwork": "the preparation of a yearly review",
        }.items():
            register_record_events(kind, words, "added", "changed", "withdrawn")
        register_record_events("plantheme", "a theme of the regional plan", "added", "changed", "ended")
        register_record_events("fundingstream", "a funding stream", "added", "changed", "ended")
        register_record_events("measure", "a measure of success", "added", "changed", "ended")
        register_record_events("risk", "a risk", "added", "changed", "ended")
        register_events({"reviewwork.ended": "Ended the preparation of a yearly review"})
        register_events({"review.printed": "Made a PDF of a review"})
        register_events({"rollforward.made": "Carried a strategy over into the next"})
        register_record_events("section", "a section of a draft", "added", "changed", "moved", "removed")
        register_saved_by_itself("section.changed")
        register_events({"strategy.begun": "Began the draft of a strategy"})
        register_record_events("contentselement", "a heading of the contents", "changed")
        register_events({"version.frozen": "Recorded a version of a strategy", "version.published": "Published a version of a strategy"})
        register_events({"issuedpaper.made": "Made a PDF of a strategy", "draftimport.added": "Read a Word document for a draft"})
        register_events({"strategy.imported": "Added the text of a Word document to a draft"})
        register_events({"workbookimport.added": "Brought a workbook", "workbookimport.taken": "Took what a workbook says"})
        register_events({"workbookimport.set-aside": "Set a workbook aside"})
        register_events({"version.read": "Read a version to its end"}, alter_records=False)
        register_record_events("comment", "a comment", "added", "changed", "answered", "reopened", "withdrawn")
        comment_mail.register()
        register_events({"consultation.listed": "Listed bodies that were asked"})
        register_place(38, "Assessment", "needsassessments", "needsassessment", "assessedarea", "datasource")
        of_strategy = (
            "strateg",
            "section",
            "version",
            "publication",
            "submission",
            "sensitivitycheck",
            "approval",
            "comment",
            "publicpage",
            "round",
        )
        register_record_events("approvalround", "an approval round", "opened", "changed", "closed", "withdrawn")
        register_events({"approvalround.reminded": "Reminded members of a board who had not answered"})
        register_events({"vote.added": "Answered in an approval round", "vote.changed": "Changed an answer in an approval round"})
        register_place(50, "Strategy", "strategies", *of_strategy, "contentscheck", "equalityassessment", "alignedstrategy")
        register_place(55, "Consultation", "consultations", "consult", "numberinarea")
        register_place(60, "Delivery", "delivery", "objective", "action", "milestone", "workbook", inside="Actions")
        register_place(69, "Regional plan", "regionalplan", "plantheme", under="Delivery")
        register_place(76, "Partnership plan", "partnershipplans", "partnershipplan", under="Reviews")
        register_events({"composed.printed": "Made a PDF of a composed text"})
        register_place(80, "Readiness", "readinessassessments", "readinessassessment", under="Reviews")
        register_place(82, "Homicide reviews", "homicidereviews", "homicidereview", under="Reviews", only_with="homicide_reviews")
        register_place(63, "Measures", "measures", "measure", "reading_", under="Delivery")
        register_place(64, "Money", "money", "fundingstream", "fundingline", "grantreturn", under="Delivery")
        register_place(65, "Risks", "risks", "risk", under="Delivery")
        register_place(66, "Training", "training", "trainingrecord", under="Delivery")
        register_pointing("version", "A version of a strategy", versions_to_point_at, "version")
        register_pointing("needsassessment", "A needs assessment", assessments_to_point_at, "needsassessment")
        register_pointing("annualreview", "A review of a strategy", reviews_to_point_at, "annualreview")
        register_area_use("Strategy", strategies_naming)
        register_area_use("Needs assessment", assessments_naming)
        register_mails()
        progress_mail.register()
        register_told_on("action", "action", "News of it is told on its page")
        register_events({"newsasked.added": "Asked for news of actions"})
        register_place(61, "My actions", "my_actions", "progress", under="Delivery")
        review_mail.register()
        held_here.register()
        register_paper("version", papers.version_paper)
        register_paper("needsassessment", papers.assessment_paper)
        register_paper("annualreview", papers.review_paper)
        for check in consistency.CHECKS:
            register_check(check)
