"""Set up everything `make run` and `make test` need, from nothing but Python: python3 tools/bootstrap.py [--dev]

Needs only the standard library, and reads as well under an old Python, so that it can say what is wrong.
The work is done in `setup_environment.py`.
"""

import sys

NEEDED = (3, 11)

if sys.version_info[:2] < NEEDED:
    sys.exit(
        "BudgetDesk skal bruge Python 3.11 eller nyere, men python3 er her %d.%d. "  # noqa: UP031 - old Pythons too
        "Installer en nyere og skriv fx: make run PYTHON=python3.12" % sys.version_info[:2]
    )

if __name__ == "__main__":
    from setup_environment import main

    sys.exit(main(dev="--dev" in sys.argv[1:]))
