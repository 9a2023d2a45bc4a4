"""The frame of a formal paper: who issues it, number, date, subject, signer, Nơi nhận."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Heading and closing of one paper, prefilled from the office, then its own.

    *date* is a partial date (YYYY, YYYY-MM or YYYY-MM-DD): a year alone leaves day and month
    blank on paper. *authority* and *recipients* hold one line per line of text.
    """

    parent: str = ""
    issuer: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    date: str = ""
    type_name: str = ""
    subject: str = ""
    authority: str = ""
    signer: str = ""
    recipients: str = ""
