export const body = (text: string) => `{ "model": "gpt-4o-mini", "prompt": "${text}" }` // expect: model gpt-4o-mini provider=openai
