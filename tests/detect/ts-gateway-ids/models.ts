export const chatModels = [
  // expect: model google/gemini-2.5-flash provider=openrouter publisher=google-gemini
  { id: "google/gemini-2.5-flash", name: "Quick" },
  // expect: model anthropic/claude-sonnet-4.5 provider=openrouter publisher=anthropic
  { id: "anthropic/claude-sonnet-4.5", name: "Careful" },
];
