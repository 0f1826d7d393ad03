#!/bin/sh
# Renew the lock files (docs/decisions/0008-lock-files.md). Needs uv: pip install uv. Pass --upgrade to take newer versions.
set -eu
cd "$(dirname "$0")/.."
export UV_CUSTOM_COMPILE_COMMAND="tools/lock.sh"
OPTIONS="--universal --generate-hashes --python-version 3.11 --no-annotate"
uv pip compile pyproject.toml --group build $OPTIONS "$@" -o requirements.lock
uv pip compile pyproject.toml --group dev -c requirements.lock $OPTIONS "$@" -o requirements-dev.lock
