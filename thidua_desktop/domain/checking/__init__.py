"""Judging proposals by the law as data: a case in, findings out. Knows no storage and no screen."""
