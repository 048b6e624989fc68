export const FIELDS = [
  { key: "baseURL", env: "LM_STUDIO_BASE_URL", type: "string" }, // expect: use lmstudio env
  { key: "freight", env: "MISTRAL_FREIGHT_RATE" }, // ok: a carrier's
  { key: "VLLM_BASE_URL", label: "the address" }, // ok: a name that nothing says to be a variable's
];
