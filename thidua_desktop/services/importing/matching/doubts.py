"""What matching is not sure of, with what it proposes. Values only."""

from dataclasses import dataclass

from thidua_desktop.services.importing.choices import Proposal

NEW = "new"
"""The choice by which something named in a list is made anew."""

UNIT, NAMED, PERSON, TITLE = "unit:", "named:", "person:", "title:"
"""What a choice begins with: a stored unit, one that this intake makes, a person, a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Why a name was not matched: *rule* names the kind of doubt, *about* what alike ones share.

    A row cannot be taken while a doubt that is *needed* has no answer.
    """

    rule: str
    reason: str
    about: str = ""
    proposals: tuple[Proposal, ...] = ()
    is_needed: bool = True
