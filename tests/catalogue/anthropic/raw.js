await fetch("https://api.anthropic.com/v1/messages", {
  method: "POST",
  headers: { "x-api-key": key, "anthropic-version": "2023-06-01" },
  body: JSON.stringify({ model: "claude-opus-4-1", max_tokens: 10, messages }),
});
