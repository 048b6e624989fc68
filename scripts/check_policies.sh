#!/usr/bin/env bash
# Format, types, builtins, tests and coverage of the shipped Rego, and its style where regal is installed.
set -euo pipefail
cd "$(dirname "$0")/.."

rules_only=(--ignore '*_test.rego' --ignore testing)

opa fmt --list --fail policies examples/house-rules
opa check --strict --schema schemas policies
opa check --strict --schema schemas --capabilities policies/capabilities.json "${rules_only[@]}" policies
opa test policies
opa test examples/house-rules policies/lib >/dev/null
opa test --coverage --threshold 100 --fail-on-empty policies >/dev/null
echo "rego: every line of the rules is covered"

if command -v regal >/dev/null; then
  regal lint --config-file .regal/config.yaml policies examples/house-rules
else
  echo "skipped: regal is not on PATH, and could not be built" >&2
fi
