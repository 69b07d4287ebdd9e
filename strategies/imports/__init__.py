"""Word documents read into the sections of a draft: in a process of its own, for a document may be made to do harm."""
