export const models = [
  { value: "gemma-3-27b-it" }, // expect: model gemma-3-27b-it provider=huggingface
  { value: "gpt-oss-120b" }, // expect: model gpt-oss-120b provider=huggingface
  { value: "llama-4-maverick-17b-128e-instruct" }, // expect: model llama-4-maverick-17b-128e-instruct provider=huggingface
];
export const part = "gemma-3-wheel"; // ok: no size
