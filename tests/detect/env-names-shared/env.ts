export const first = process.env.ANTHROPIC_API_KEY; // expect: use anthropic env
export const second = process.env.GOOGLE_API_KEY; // expect: use google-gemini env
