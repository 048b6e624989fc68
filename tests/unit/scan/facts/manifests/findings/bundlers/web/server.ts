export const options = { external: ["openai"] };
