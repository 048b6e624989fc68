export const MODELS = { chat: "mistral-large-latest", small: "mistral-small-latest" }; // expect: model mistral-large-latest provider=mistral ; model mistral-small-latest provider=mistral
export const EMBED = "mistral-embed"; // expect: model mistral-embed provider=mistral
