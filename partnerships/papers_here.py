"""What this floor does with papers: packs, and their way through several boards."""


def register() -> None:
    """Make known the work in the background, the records that are papers, and the events."""
    import partnerships.tasks_packs  # noqa: F401 - makes its kinds of work known
    from partnerships.audit.events import register_events, register_record_events
    from partnerships.pack.own_papers import definition_paper, sharing_agreement_paper
    from partnerships.pack.papers import register_paper

    register_events({"boardpack.made": "Made a board pack"})
    register_record_events("paperroute", "the way of a paper", "added", "changed", "withdrawn")
    register_record_events("routestep", "a board on a paper's way", "added", "changed", "moved", "withdrawn")
    register_paper("localdefinition", definition_paper)
    register_paper("sharingagreement", sharing_agreement_paper)
