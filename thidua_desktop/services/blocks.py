"""The text of a report or plan: its blocks, stored in the order they are given."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from thidua_desktop.domain.blocks import Block
from thidua_desktop.domain.identity import new_uid
from thidua_desktop.domain.markup import Field, parse, render
from thidua_desktop.services.records import Reading
from thidua_desktop.services.tidying import tidied
from thidua_desktop.storage import records as store
from thidua_desktop.storage.journal import WriteStep


def read_blocks(connection: Reading, owner_uid: str) -> list[Block]:
    """Return the blocks of one report or plan in order."""
    return store.owned(connection, Block, "owner_uid", [owner_uid])


def put_blocks(step: WriteStep, owner_uid: str, blocks: Sequence[Block]) -> None:
    """Make *blocks* the text of *owner_uid*; those that are no longer there are removed."""
    kept = {block.uid for block in blocks}
    before = read_blocks(step.connection, owner_uid)
    step.remove(Block, [block.uid for block in before if block.uid not in kept])
    step.put(
        [
            replace(tidied(block), owner_uid=owner_uid, ordinal=ordinal)
            for ordinal, block in enumerate(blocks, start=1)
        ]
    )


def copied(blocks: Iterable[Block]) -> list[Block]:
    """Return *blocks* as new ones, for another report."""
    return [replace(block, uid=new_uid(), owner_uid="") for block in blocks]


def field_names(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the names of the live fields in *blocks*, each once."""
    seen = set()
    for block in blocks:
        for piece in parse(block.body):
            if isinstance(piece, Field) and piece.name not in seen:
                seen.add(piece.name)
                yield piece.name


def frozen(blocks: Iterable[Block], figures: dict[str, str]) -> list[Block]:
    """Return *blocks* whose fields keep the words of *figures* from now on."""
    return [replace(block, body=_frozen(block.body, figures)) for block in blocks]


def _frozen(body: str, figures: dict[str, str]) -> str:
    pieces = (
        replace(piece, text=figures.get(piece.name, piece.text))
        if isinstance(piece, Field)
        else piece
        for piece in parse(body)
    )
    return render(pieces) if "<field" in body else body
