"""What is read on one receipt, before anybody has seen it: shop, day, total, items, how it was paid, and the doubts.

Every figure knows the printed lines it stands in (`lines`, counted from 0): a window shows it in the picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.ledger.spending import PaidBy
from budgetdesk.money import ZERO


@dataclass(frozen=True, kw_only=True)
class ReadItem:
    """One item. A discount printed below it is taken off already; a return is negative."""

    text: str
    amount: Decimal
    """Kr, as it counts in the total."""
    quantity: Decimal | None = None
    """Pieces or kg where it is printed; else None."""
    unit: str = ""
    """"stk" or "kg"; "" where no quantity is printed."""
    discount: Decimal = ZERO
    """Kr taken off `amount` already, as a positive number."""
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadPayment:
    """One line of payment, kr. For cash it is what was kept: handed over less change."""

    by: PaidBy
    amount: Decimal
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReadReceipt:
    """One receipt as read. `total` is None when no total stands on it: it is then asked for, never made up."""

    shop: str = ""
    date: date | None = None
    total: Decimal | None = None
    items: tuple[ReadItem, ...] = ()
    payments: tuple[ReadPayment, ...] = ()
    card: str = ""
    """The last four digits of the card, as printed; "" where there are none."""
    doubts: tuple[str, ...] = ()
    """Danish sentences that say what to look at; empty when all is well."""
    shop_lines: tuple[int, ...] = ()
    date_lines: tuple[int, ...] = ()
    total_lines: tuple[int, ...] = ()
    kind: str = "receipt"

    @property
    def items_sum(self) -> Decimal:
        """Kr of all items."""
        return sum((item.amount for item in self.items), ZERO)

    @property
    def rest(self) -> Decimal:
        """Kr of the total that no item explains; 0 when there is no total."""
        return ZERO if self.total is None else self.total - self.items_sum

    @property
    def adds_up(self) -> bool:
        """True when there is a total and the items are all of it."""
        return self.total is not None and bool(self.items) and self.rest == 0

    @property
    def payment(self) -> PaidBy:
        """How it was paid; the largest part where it was split, UNKNOWN where nothing is printed."""
        return max(self.payments, key=lambda paid: paid.amount).by if self.payments else PaidBy.UNKNOWN

    @property
    def sure(self) -> bool:
        """True when nobody needs to look: it adds up and there is no doubt."""
        return self.adds_up and not self.doubts
