"""What the calculation of boligstøtte starts from: one household's facts, all of them known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from budgetdesk.benefits.assessment import Mode
from budgetdesk.household.words import Heating, MaintenanceDuty, Sharing

LAW = "boligstoette"
"""The file of figures: resources/rates/boligstoette.toml."""


class Scheme(StrEnum):
    """The two schemes of the law; the word is the first part of their figures' names."""

    BOLIGSIKRING = "boligsikring"
    BOLIGYDELSE = "boligydelse"


COLLECTIVE = (Sharing.BOFAELLESSKAB_SAERLIGT, Sharing.BOFAELLESSKAB_55, Sharing.BOFAELLESSKAB_ALMEN)
"""Bofællesskaber with a ceiling for each resident (§§ 24 c-24 e)."""
OWN_SHARE = (*COLLECTIVE, Sharing.BOFAELLESSKAB_3_4)
"""Where each resident has an own calculation of the own share."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A household with every fact known. Rents and income are kr/month, wealth kr, areas m2."""

    scheme: Scheme = Scheme.BOLIGSIKRING
    mode: Mode = Mode.OFFICIAL
    adults: int = 1
    children: int = 0
    income_per_month: Decimal = Decimal(0)
    """Personlig indkomst of all adults (§ 8)."""
    net_wealth: Decimal = Decimal(0)
    rent_per_month: Decimal = Decimal(0)
    area_m2: Decimal = Decimal(1)
    heating: Heating = Heating.SEPARATE
    hot_water_in_rent: bool | None = None
    """None: as the heating."""
    electricity_in_rent: bool = False
    water_separate: bool = False
    maintenance_duty: MaintenanceDuty = MaintenanceDuty.NONE
    lodger_rent: Decimal = Decimal(0)
    lodger_area_m2: Decimal = Decimal(0)
    adapted: bool = False
    """A severely mobility-impaired member lives in a home suited to it."""
    bpa: bool = False
    """A member has borgerstyret personlig assistance (serviceloven § 96)."""
    exempt_pension: bool = False
    """A member has førtidspension from 2003 on, or seniorpension (§ 22, stk. 3)."""
    assigned: bool = False
    """The municipality assigned the home."""
    young_couple: bool = False
    """Two adults who both are, or may be, younger than the age of § 22, stk. 1, 3. pkt."""
    young_rule: bool = False
    """Reckon with the higher income limit for a young couple, which is not confirmed."""
    sharing: Sharing = Sharing.NONE

    @property
    def persons(self) -> int:
        """Everyone who counts towards the area (§ 12)."""
        return self.adults + self.children

    @property
    def raised(self) -> bool:
        """Whether the ceilings are raised for disability (§ 14, stk. 2-3, § 23, stk. 1)."""
        return self.adapted or self.bpa

    @property
    def no_ceiling(self) -> bool:
        """Whether rent and benefit have no ceiling: an assigned home (§ 14, stk. 4-5, § 23, stk. 2-3)."""
        return self.assigned and (self.scheme is Scheme.BOLIGYDELSE or self.adapted)

    @property
    def lodger_fits(self) -> bool:
        """Whether something is left of the home when the lodger's room is taken out."""
        return self.area_m2 > self.lodger_area_m2
