"""What every list does with a question: SQL for what SQL can do, words without marks beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection, FromClause

from thidua_desktop.domain.listing import Filter, Order, Query
from thidua_desktop.domain.text import words
from thidua_desktop.storage.lists import matching
from thidua_desktop.storage.making import maker
from thidua_desktop.storage.schema import alive
from thidua_desktop.storage.statements import ByUids, raw_rows

R = TypeVar("R")
Expression = ColumnElement[Any]


@dataclass(frozen=True, slots=True)
class By:
    """How SQL orders by one field: its keys, and what decides between equal ones."""

    keys: Sequence[Expression]
    then: Sequence[Expression]


@dataclass(frozen=True, kw_only=True)
class Listing(Generic[R]):
    """One list: where its rows come from, how they are found, filtered and ordered.

    *columns*: every field of *row* as SQL; *finish* may tidy the values. *order*: the usual order,
    ending in the uid. *orders*: fields with keys of their own, and what decides between equal ones.
    *codes*: text fields compared as they are (codes and dates). *numbered*: texts that begin with a
    number. *search*: the folded words of a row; *searched*: the fields whose words all stand in it.
    *by_word*: where else a word may be found. *by_year*: the condition of the list's own year.
    """

    row: type[R]
    table: sa.Table
    source: FromClause
    columns: Mapping[str, Expression]
    order: Sequence[Expression]
    search: Expression
    orders: Mapping[str, By] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    searched: frozenset[str] = frozenset()
    by_word: Callable[[str], Expression] | None = None
    by_year: Callable[[int], Expression] | None = None
    finish: Callable[[Connection, list[R]], list[R]] | None = None

    def find(self, connection: Connection, query: Query) -> list[str]:
        """Return the uids that match, in order."""
        tests = [f for f in query.filters if not self._is_sql(f)]
        by_hand, by_sql = self._split(query.order)
        extra = [self.columns[f.column] for f in tests]
        extra += [self._key(order.column) for order in by_hand]
        statement = sa.select(self.table.c.uid, *extra).select_from(self.source)
        statement = statement.where(*self._conditions(query)).order_by(*self._order_by(by_sql))
        rows: matching.Rows = raw_rows(connection.execute(statement))
        if not extra:
            return [row[0] for row in rows]
        for at, test in enumerate(tests, start=1):
            rows = matching.kept(rows, at, test)
        for at, order in reversed(list(enumerate(by_hand, start=1 + len(tests)))):
            rows = matching.ordered(rows, at, order, numbered=order.column in self.numbered)
        return [row[0] for row in rows]

    def count(self, connection: Connection, query: Query) -> int:
        """Return how many match."""
        if words(query.text) or not all(map(self._is_sql, query.filters)):
            return len(self.find(connection, query))  # Words are read from the usual order.
        statement = sa.select(sa.func.count()).select_from(self.source)
        return connection.scalars(statement.where(*self._conditions(query))).one()

    def rows(self, connection: Connection, uids: Sequence[str]) -> list[R]:
        """Return the rows of *uids* in that order; what is gone is left out."""
        found: dict[str, R] = {}
        for values in self._page.rows(connection, uids):
            found[values[0]] = self._make(self._typed(values))
        rows = [found[uid] for uid in uids if uid in found]
        return self.finish(connection, rows) if self.finish else rows

    def total(self, connection: Connection, uids: Sequence[str], column: str) -> int:
        """Return the sum of *column*, a number, over *uids*; what is empty counts nothing."""
        return sum(value or 0 for _uid, value in self._numbers(column).rows(connection, uids))

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(f.name for f in fields(self.row))  # type: ignore[arg-type]

    @cached_property
    def _make(self) -> Callable[[Sequence[Any]], R]:
        return maker(self.row)

    @cached_property
    def _flags(self) -> tuple[int, ...]:
        types = (self.columns[name].type for name in self._names)
        return tuple(at for at, kind in enumerate(types) if isinstance(kind, sa.Boolean))

    def _typed(self, values: Sequence[Any]) -> Sequence[Any]:
        """Return *values* with what the driver gives as 0 and 1 as flags."""
        if not self._flags:
            return values
        changed = list(values)
        for at in self._flags:
            changed[at] = bool(changed[at])
        return changed

    @cached_property
    def _page(self) -> ByUids:
        chosen = sa.select(*(self.columns[name].label(name) for name in self._names))
        living = chosen.select_from(self.source).where(alive(self.table))
        return ByUids(living, self.table.c.uid)

    def _numbers(self, column: str) -> ByUids:
        chosen = sa.select(self.table.c.uid, self.columns[column]).select_from(self.source)
        return ByUids(chosen, self.table.c.uid)

    def _conditions(self, query: Query) -> list[Expression]:
        found: list[Expression] = [alive(self.table)]
        ways = [words(text) for text in (query.text, *query.also) if words(query.text)]
        if len(ways) == 1:
            found.extend(map(self._has_word, ways[0]))
        elif ways:
            found.append(sa.or_(*(sa.and_(*map(self._has_word, way)) for way in ways if way)))
        if query.year is not None and self.by_year is not None:
            found.append(self.by_year(query.year))
        for f in query.filters:
            if self._is_sql(f):
                found.append(matching.condition(self.columns[f.column], f))
            elif f.column in self.searched and f.match != "isnt":
                found.extend(matching.contains(self.search, word) for word in words(f.value))
        return found

    def _has_word(self, word: str) -> Expression:
        here = matching.contains(self.search, word)
        return sa.or_(here, self.by_word(word)) if self.by_word else here

    def _is_sql(self, f: Filter) -> bool:
        """Say whether SQL alone can answer *f*: marks and case make no difference to it."""
        return f.match in ("empty", "from", "to") or (
            f.match in ("is", "isnt") and (f.column in self.codes or not self._is_text(f.column))
        )

    def _is_text(self, column: str) -> bool:
        return isinstance(self.columns[column].type, sa.String)

    def _split(self, orders: Sequence[Order]) -> tuple[Sequence[Order], Sequence[Order]]:
        """Return the orders to make by hand and, after the last of them, those SQL makes."""
        at = max((n for n, o in enumerate(orders, 1) if not self._has_key(o.column)), default=0)
        return orders[:at], orders[at:]

    def _has_key(self, column: str) -> bool:
        return column in self.orders or column in self.codes or not self._is_text(column)

    def _key(self, column: str) -> Expression:
        return self.orders[column].keys[0] if column in self.orders else self.columns[column]

    def _order_by(self, orders: Sequence[Order]) -> list[Expression]:
        """Return what to order by; what decides between equal ones comes from the last order."""
        found: list[Expression] = []
        then = self.order
        for order in orders:
            by = self.orders.get(order.column) or By((self.columns[order.column],), self.order)
            found += [key.desc() for key in by.keys] if order.descending else by.keys
            then = by.then
        return [*found, *then]
