const key = process.env.ANTHROPIC_API_KEY; // expect: use anthropic env

export async function ask(question) {
  // expect: flow anthropic user-content model=claude-3-5-haiku-20241022
  // expect: endpoint https://api.anthropic.com/v1/messages provider=anthropic exposure=public
  const reply = await fetch("https://api.anthropic.com/v1/messages", {
    method: "POST",
    headers: { "x-api-key": key },
    body: JSON.stringify({
      model: "claude-3-5-haiku-20241022", // expect: model claude-3-5-haiku-20241022 provider=anthropic pinned=yes
      messages: [{ role: "user", content: question }],
    }),
  });
  return reply.json();
}
