#!/usr/bin/env bash
# Run OPA with what prepare.sh has put into DIR: start.sh DIR
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
AIGOV_OPA_DIR=$(cd "${1:?start.sh DIR}" && pwd)
AIGOV_BUNDLES_URL=${AIGOV_BUNDLES_URL:-https://127.0.0.1:8444}
export AIGOV_OPA_DIR AIGOV_BUNDLES_URL

exec opa run --server \
  --addr "${AIGOV_OPA_ADDR:-127.0.0.1:8443}" \
  --tls-cert-file "$AIGOV_OPA_DIR/server.pem" \
  --tls-private-key-file "$AIGOV_OPA_DIR/server.key" \
  --min-tls-version 1.3 \
  --authentication token \
  --authorization basic \
  --skip-version-check \
  --config-file "$here/opa.yaml" \
  --set-file "keys.aigov.key=$AIGOV_OPA_DIR/signing.pub" \
  "$here/policies/authz.rego" "$here/policies/mask.rego" "$AIGOV_OPA_DIR/server.json"
