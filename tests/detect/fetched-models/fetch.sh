#!/bin/sh
python - <<'PY' # expect: use transformers import ; model google/flan-t5-base provider=transformers
from transformers import pipeline
pipeline("summarization", model="google/flan-t5-base")
PY
