#!/usr/bin/env bash
# The main job on a small app: scan, judge, sign, and verify as the buyer would. Leaves its files in aigov-out/.
set -euo pipefail
cd "$(dirname "$0")/.."

out=aigov-out/support-desk
keys=$(mktemp -d)
trap 'rm -rf "$keys"' EXIT
export AIGOV_KEY_PASSPHRASE=demo-only

run() {
  printf '\n$ %s\n' "$*"
  "$@"
}

run aigov scan examples/support-desk --format table
# Scanned and judged as of a fixed day, 2026-11-23: statements and model facts expire, the demo does not.
run env SOURCE_DATE_EPOCH=1795392000 aigov check examples/support-desk --as-of 2026-11-23 --out-dir "$out"
run aigov keygen -o "$keys/vendor.key"
run aigov sign "$out" --key "$keys/vendor.key"
run aigov verify "$out" --key "$keys/vendor.key.pub"
