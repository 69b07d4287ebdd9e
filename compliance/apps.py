from django.apps import AppConfig


class ComplianceConfig(AppConfig):
    name = "compliance"
    verbose_name = "Compliance"

    def ready(self) -> None:
        """Join the registries of the floors below."""
        import compliance.tasks
        import compliance.tasks_composed  # noqa: F401 - makes its kinds of work known
        from compliance import held_reports
        from compliance.answers import watch
        from compliance.paper_dates import days_to_come
        from compliance.queries import target_days
        from compliance.sendings import sending_step, sendings_panel
        from compliance.tasks_reviews import open_reviews
        from compliance.tasks_standings import keep_standings
        from compliance.views.following import following_panel
        from compliance.views.review_papers import take_away_panel
        from compliance.what_if_panel import what_if_panel
        from partnerships.access.context import register_place
        from partnerships.audit.events import register_events, register_record_events
        from partnerships.consequences import register_watcher
        from partnerships.legal_dates import register_legal_dates
        from partnerships.local_targets import register_targets
        from strategies.panels import register_panel, register_review_panel
        from strategies.views.next_step import register_last_step
        from svduty.tasks.daily import register_daily

        held_reports.register()
        register_daily(open_reviews)
        register_daily(keep_standings)
        register_watcher(watch)
        register_targets(target_days)
        register_legal_dates(days_to_come)
        register_panel(sendings_panel)
        register_panel(what_if_panel)
        register_review_panel(following_panel)
        register_review_panel(take_away_panel)
        register_last_step(sending_step)
        register_place(10, "Overview", "overview")
        register_place(20, "Duties", "duties", "duty", "response")
        register_place(25, "The year", "year", "what_if")
        register_place(40, "Evidence", "evidence")
        register_place(70, "Reviews", "reviews", "annualreview", "review", "rollforward", inside="Yearly reviews")
        register_place(72, "Scrutiny", "scrutiny", under="Reviews")
        register_place(73, "Reports to committees", "committeereports", "committeereport", under="Reviews")
        register_place(78, "Assurance", "assurancestatements", "assurancestatement", under="Reviews")
        register_place(90, "Reports", "reports", "report")
        register_record_events("evidence", "evidence", "added", "changed", "withdrawn")
        register_record_events("response", "a response", "added", "changed", "withdrawn")
        register_record_events("submission", "a sending", "added", "changed", "withdrawn")
        register_record_events("deadlinesetting", "a deadline's numbers", "changed")
        register_record_events("requirementwording", "the wording of a requirement", "added", "changed")
        register_events({"standings.seen": "Saw how partnerships stand"}, alter_records=False)
        register_events({"report.issued": "Issued a compliance report", "example.loaded": "Loaded example records"})
