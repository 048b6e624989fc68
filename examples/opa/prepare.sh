#!/usr/bin/env bash
# Make what the server needs in DIR: a CA and a certificate for 127.0.0.1, tokens, a signing key, and the signed bundles.
# For trying out: a real server has its certificate and tokens from where yours come from, and never sees the signing key.
set -euo pipefail
umask 077
mkdir -p "${1:?prepare.sh DIR}"
cd "$1"

# openssl reports progress on stderr: what it said is shown only where it failed.
quietly() {
  local said
  said=$("$@" 2>&1) || { printf '%s\n' "prepare.sh: failed: $*" "$said" >&2; exit 1; }
}

curve=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)
quietly openssl req -x509 "${curve[@]}" -days 30 -subj "/CN=aigov example CA" -keyout ca.key -out ca.pem
quietly openssl req "${curve[@]}" -subj "/CN=aigov example" -keyout server.key -out server.csr
quietly openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -out server.pem \
  -extfile <(echo "subjectAltName=IP:127.0.0.1,DNS:localhost")
rm server.csr ca.key

for name in bundles check operate; do openssl rand -hex 32 | tr -d '\n' >$name.token; done
sha() { openssl dgst -sha256 -r "$1" | cut -d' ' -f1; }
cat >server.json <<JSON
{"aigov_server": {
  "frameworks": ["nist_ai_rmf", "iso_42001", "eu_ai_act"],
  "clients": {
    "$(sha check.token)": {"name": "ci", "role": "check"},
    "$(sha operate.token)": {"name": "operations", "role": "operate"}
  }
}}
JSON

aigov keygen -o signing --no-passphrase
aigov policy bundle -o bundles --key signing
