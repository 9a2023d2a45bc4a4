"""Names of records: a UUIDv7 as text, so that rows made later sort later."""

import uuid_utils


def new_uid() -> str:
    """Return a fresh uid, 36 characters."""
    return str(uuid_utils.uuid7())
