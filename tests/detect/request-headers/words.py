"""Words that only look like the headers."""

NOTE = "Send the anthropic-version header with each request."  # ok: prose
SLUG = "my-anthropic-version-2"  # ok
FLAG = "openai-beta-testers"  # ok
