import json from "@rollup/plugin-json"; // openai
export default {
  input: "src/index.ts",
  plugins: [json({ include: ["langchain/**"] })],
  external: [
    "react",
    "openai",
    // "cohere-ai",
    "@anthropic-ai/sdk/resources",
  ],
  output: { name: "mistralai" },
};
