"""The rows that stand in the way of undoing, in words for a question. Knows no table."""

from thidua_desktop.domain.errors import ChangedSince

_NAMED = 12


def rows_words(blocked: ChangedSince) -> str:
    """Return the rows of *blocked* a line each; those beyond a dozen are counted."""
    named = [f"• {what}" for _table, _uid, what in blocked.rows[:_NAMED]]
    if len(blocked.rows) > _NAMED:
        named.append(f"… và {len(blocked.rows) - _NAMED} dòng khác")
    return "\n".join(named)
