"""Settings in memory, and a figure of 2027 to enter."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from budgetdesk.actions import rates
from budgetdesk.actions.library import Library, load_library
from budgetdesk.benefits.rate_edits import RateEdit, Standing
from budgetdesk.benefits.rates import Confidence

LAW, SERIES = "boligstoette", "boligsikring_indkomstgraense"
NEW_YEAR, YEARS_END = date(2027, 1, 1), date(2027, 12, 31)


@dataclass
class Store:
    """Settings in memory."""

    library: Library = field(default_factory=load_library)
    today: date = date(2027, 1, 2)
    kept: dict[str, object] = field(default_factory=dict)

    def setting(self, key: str) -> object:
        return self.kept.get(key)

    def save_setting(self, key: str, value: object) -> None:
        self.kept[key] = value


def draft(value: int | str = 175_000, **more: object) -> RateEdit:
    made = RateEdit(
        law=LAW,
        series=SERIES,
        value=Decimal(value),
        start=NEW_YEAR,
        end=YEARS_END,
        source="Satser for 2027, Beskæftigelsesministeriet",
        confidence=Confidence.PRIMARY,
        entered_by="Karen Mølgaard",
        entered_on=date(2027, 1, 2),
    )
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


def entered(store: Store, *drafts: RateEdit) -> list[str]:
    assert not rates.enter(store, drafts)
    return [edit.id for edit in rates.edits_of(store, Standing.WAITING)]
