"""What can go wrong in a way the user can do something about.

    BudgetDeskError            str(error) is a Danish sentence: what, where, what to do
    ├── BadInputError          something typed or given cannot be read
    │   ├── BadAmountError     an amount
    │   ├── BadDateError       a date
    │   ├── CaseFileError      a case file (names the key)
    │   ├── LoansFileError     a file of loan offers (names the key)
    │   ├── ArrearsListError   a landlord's list of arrears
    │   ├── BudgetWorkbookError  a budget that comes back from Excel
    │   ├── StatementError     a bank statement
    │   │   └── UnknownLayoutError  columns we do not know: a mapping made by hand helps
    │   ├── ReceiptError       a receipt
    │   ├── PolicyError        the organisation's policy (names the value)
    │   └── SettingsError      the file of settings
    ├── RatesError
    │   ├── NoRateError        the day lies outside what we know
    │   ├── RateEntryError     a figure somebody enters is refused (names the field)
    │   └── RatesFileError     a file in resources/ breaks its own rules
    ├── GuideFileError         a guide or a file of questions in resources/ breaks its own rules
    ├── StoreError             the encrypted store
    │   ├── WrongKeyError      wrong passphrase or key
    │   ├── NotEncryptedError  the engine or the file is not encrypted
    │   ├── StoreInUseError    another program holds the store
    │   ├── StoreNotWritableError
    │   ├── BackupError        a backup that cannot be used
    │   └── NoKeyError         no keyring and no passphrase
    ├── ClosedNoteError        a closed note of the record would be changed
    ├── DocumentError          a PDF could not be made or read
    │   ├── ConsentNeededError it would tell more than the tenant has said yes to
    │   ├── PrintError         a printer did not take a paper
    │   ├── TranslationNotReadError  nobody who speaks the language has read it yet
    │   └── SealError          sealing or verifying failed
    └── UserCancelled          never shown

Anything else is our own mistake and is shown as such.
"""

from __future__ import annotations


class BudgetDeskError(Exception):
    """Base: its text is a Danish sentence that can be shown as it stands."""


class BadInputError(BudgetDeskError):
    """Something typed or given cannot be read."""


class BadAmountError(BadInputError):
    """An amount that cannot be read safely."""


class BadDateError(BadInputError):
    """A date that cannot be read, or cannot be true."""


class CaseFileError(BadInputError):
    """A case file that breaks the contract; the sentence names the key."""


class LoansFileError(BadInputError):
    """A file of loan offers that breaks the format; the sentence names the key."""


class ArrearsListError(BadInputError):
    """A file that is not a landlord's list of arrears we can read."""


class BudgetWorkbookError(BadInputError):
    """A file that is not a budget of ours, saved as Excel, that can be taken in."""


class StatementError(BadInputError):
    """A file that is not a bank statement we can read."""


class UnknownLayoutError(StatementError):
    """A statement in rows and columns that no layout fits: somebody has to say what stands where."""


class ReceiptError(BadInputError):
    """A receipt that cannot be read."""


class PolicyError(BadInputError):
    """A policy that cannot be used. `field` says where: `max_months`, `wordings.breach`, `by`, ...; "" = the whole."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class SettingsError(BadInputError):
    """The file of settings cannot be read; the sentence names the key."""


class RatesError(BudgetDeskError):
    """Something about the figures of the law."""


class NoRateError(RatesError):
    """We have no figure for that day, and say so rather than use another year's."""


class RateEntryError(RatesError):
    """A figure entered by the organisation is refused. `field` says where: `value`, `start`, `source`, ..."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class RatesFileError(RatesError):
    """A file of figures that breaks its own rules."""


class GuideFileError(BudgetDeskError):
    """A guide to a benefit, or a file of questions, that breaks its own rules."""


class StoreError(BudgetDeskError):
    """Something about the encrypted store."""


class WrongKeyError(StoreError):
    """The passphrase or key does not open the store."""


class NotEncryptedError(StoreError):
    """The engine cannot encrypt, or the file is plain."""


class StoreInUseError(StoreError):
    """Another program holds the store."""


class CaseBusyError(StoreError):
    """A long change of the case is under way; nothing else may change it meanwhile."""


class StoreNotWritableError(StoreError):
    """The folder or the disk cannot be written."""


class BackupError(StoreError):
    """A file that is no backup, or one that is damaged, foreign or too new."""


class NoKeyError(StoreError):
    """Neither a keyring nor a passphrase is at hand."""


class ClosedNoteError(BudgetDeskError):
    """A closed note of the record is never changed; what was wrong in it is put right by a new note."""


class DocumentError(BudgetDeskError):
    """A document could not be made or read."""


class ConsentNeededError(DocumentError):
    """A paper would tell somebody more than the tenant has said yes to."""


class PrintError(DocumentError):
    """A printer did not take a paper."""


class TranslationNotReadError(DocumentError):
    """A page in another language has texts that nobody who speaks it has read and approved."""


class SealError(DocumentError):
    """A seal could not be set or checked."""


class PinError(SealError):
    """The PIN of the card with the seal's key is missing, wrong or locked."""


class TimeServerError(SealError):
    """A server for time stamps gave no time that can be used; the seal itself stands."""


class UserCancelled(BudgetDeskError):
    """The user changed their mind. Never shown."""
