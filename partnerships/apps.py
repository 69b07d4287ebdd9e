from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in

HANDOVER_EVENTS = {
    "handover.made": "Handed over to a successor",
    "handover.offered": "Offered a handover to somebody who is invited",
    "handover.left": "Left with nobody to follow",
    "handover.taken": "Took over from somebody who left",
    "handover.changed": "Passed on what had been handed over",
    "handover.read": "Read what was handed over",
    "handover.settled": "Saw to what somebody had left",
}


class PartnershipsConfig(AppConfig):
    name = "partnerships"
    verbose_name = "Partnerships"

    def ready(self) -> None:
        """Tell the registries what this floor records, does, mails, and where its places are."""
        import partnerships.tasks
        import partnerships.vesting  # noqa: F401 - they make their kinds of work known
        from partnerships import held_here, papers_here
        from partnerships.access import sign_in_kinds
        from partnerships.access.context import register_place
        from partnerships.access.signed_in import begin
        from partnerships.audit.events import register_events, register_record_events
        from partnerships.links.purposes import INVITATION, PASSWORD, Purpose, register_purpose
        from partnerships.outbox.kinds import MailKind, register_mail
        from partnerships.pointing import register_pointing
        from partnerships.queries_pointing import definitions_to_point_at, sharing_agreements_to_point_at

        register_record_events("partnership", "the partnership", "added", "changed")
        register_record_events("partnershiparea", "an area of the partnership", "added", "changed", "ended")
        register_record_events("leadagreement", "a lead agreement", "added", "changed", "ended")
        register_record_events("organisation", "an organisation", "added", "changed")
        register_record_events("dutyholder", "a duty holder", "added", "changed", "ended")
        register_record_events("board", "a board", "added", "changed", "ended")
        register_record_events("seat", "a seat", "added", "changed", "ended")
        register_record_events("governancereview", "a governance review", "added", "changed", "withdrawn")
        register_record_events("meeting", "a meeting", "added", "changed", "cancelled", "restored", "withdrawn")
        register_events({"attendance.changed": "Recorded who came to a meeting"})
        register_record_events("agendaitem", "an item of an agenda", "added", "changed", "moved", "withdrawn")
        register_record_events("decision", "a decision", "added", "changed", "withdrawn")
        register_record_events("meetingaction", "an action of a meeting", "added", "changed", "withdrawn")
        register_record_events("localdefinition", "a version of the definition", "added", "changed", "withdrawn")
        register_record_events("definitiontemplate", "a wording to begin from", "added", "changed", "ended")
        register_record_events("sharingagreement", "an agreement on sharing information", "added", "changed", "ended", "reviewed")
        register_record_events("policingbodyrequest", "a request of the policing body", "added", "changed", "withdrawn")
        register_record_events("policingbodycontact", "a meeting or visit of the policing body", "added", "changed", "withdrawn")
        register_record_events("collaborationrequest", "a request to work together", "added", "changed", "withdrawn")
        register_record_events("localgovernmentarea", "a local government area", "added", "changed")
        register_events({"areas.loaded": "Loaded the list of areas"})
        register_record_events("succession", "a succession", "added", "changed", "withdrawn")
        register_record_events("policearea", "a police area", "added", "changed")
        register_record_events("storedfile", "a file", "added")
        register_record_events("user", "a person", "added", "changed")
        register_record_events("rolegrant", "a role", "added", "changed", "ended")
        register_events({"task.tried-again": "Put a failed task back to the queue"}, alter_records=False)
        register_events({"mail.tried-again": "Tried to send a mail again"}, alter_records=False)
        register_record_events("invitation", "an invitation", "added", "changed", "accepted", "withdrawn")
        register_events({"invitation.sent-again": "Sent an invitation again"})
        register_mail(
            MailKind(
                "invitation",
                "An invitation",
                "You are invited to the Serious Violence Duty service",
                "partnerships/mail/invitation.txt",
            )
        )
        register_purpose(Purpose(INVITATION, 14, "partnerships.views.invitations.InvitationPages"))
        register_mail(
            MailKind(
                "password-link",
                "A link to set a password",
                "Set your password for the Serious Violence Duty service",
                "partnerships/mail/password_link.txt",
            )
        )
        register_purpose(Purpose(PASSWORD, 3, "partnerships.views.password_links.PasswordPages"))
        register_events({"user.password-set": "Set a password"}, alter_records=False)
        held_here.register()
        papers_here.register()
        register_events(HANDOVER_EVENTS)
        register_events({"history.exported": "Took a history away as a table"}, alter_records=False)
        register_events({"user.closed": "Closed an account", "user.opened": "Opened an account again", "user.erased": "Erased a person"})
        register_mail(MailKind("handed-over", "A handover", "Something was handed over to you", "partnerships/mail/handed_over.txt"))
        register_mail(MailKind("left-behind", "Who left", "Somebody has left your partnership", "partnerships/mail/left_behind.txt"))
        sign_in_kinds.register()
        user_logged_in.connect(begin, dispatch_uid="begin")
        of_who = ("partnership_change", "partnershiparea", "leadagreement", "dutyholder", "organisation", "succession")
        register_place(30, "Who", "who", *of_who, inside="Bodies")
        of_meetings = ("meeting", "agendaitem", "decision", "meetingaction", "paperroute", "routestep")
        register_place(36, "Boards", "boards", "board", "seat", "governancereview", *of_meetings, under="Who")
        register_place(35, "Definition", "definitions", "localdefinition", under="Who")
        register_place(37, "Sharing", "sharingagreements", "sharing", under="Who")
        register_place(38, "Requests", "policingbodyrequests", "policingbodyrequest", "collaborationrequest", under="Who")
        register_place(74, "Policing body", "policingbody", under="Reviews")
        register_place(95, "People", "people", "person_", "grant_", under="Who")
        register_place(99, "History", "history", "history_", "record_history")
        register_pointing("localdefinition", "A version of the definition", definitions_to_point_at, "localdefinition")
        register_pointing("sharingagreement", "An agreement on sharing information", sharing_agreements_to_point_at, "sharingagreement")
