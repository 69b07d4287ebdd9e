from django.apps import AppConfig


class StrategiesConfig(AppConfig):
    name = "strategies"
    verbose_name = "Strategies"

    def ready(self) -> None:
        from partnerships.access.context import register_place
        from partnerships.audit.events import register_events, register_record_events

        for kind, words in {
            "strategy": "a strategy",
            "sensitivitycheck": "a sensitivity check",
            "approval": "an approval",
            "publication": "a publication",
            "needsassessment": "a needs assessment",
            "assessedarea": "what was found in an area",
            "datasource": "data from a body",
        }.items():
            register_record_events(kind, words, "added", "changed", "withdrawn")
        register_record_events("section", "a section of a draft", "added", "changed", "moved", "removed")
        register_events({"version.frozen": "Recorded a version of a strategy"})
        register_place(38, "Assessment", "needsassessments", "needsassessment", "assessedarea", "datasource")
        register_place(
            50, "Strategy", "strategies", "strateg", "section", "version", "publication", "submission", "sensitivitycheck", "approval"
        )
