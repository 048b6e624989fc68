import LLM from "@themaximalist/llm.js";

await LLM("the color of the sky is", { model: "gpt-4" });
