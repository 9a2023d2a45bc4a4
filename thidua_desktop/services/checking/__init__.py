"""Nominations of the file checked by the law: facts gathered, judged, kept, set aside, told."""
