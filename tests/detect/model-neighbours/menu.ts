import OpenAI from "openai"; // expect: use openai import

export const MODELS = [
  "gpt-5-mini", // expect: model gpt-5-mini provider=openai
  "gpt-5-nano", // expect: model gpt-5-nano provider=openai
  "gpt-7-luna", // expect: model gpt-7-luna provider=openai
  "custom-model-1", // ok: what a reader puts in
  "Other models", // ok: prose
];
export const MENU = [
  { id: "gpt-4o", label: "gpt-4-omni", note: "best-1" }, // expect: model gpt-4o provider=openai
  { label: "Terra-8", id: "terra-8" }, // expect: model terra-8 provider=openai
  { id: "gpt-4.1", label: "4.1" }, // expect: model gpt-4.1 provider=openai
];
export const SERVED = {
  openrouter: [
    "openai/gpt-4.1-mini", // expect: model openai/gpt-4.1-mini provider=openai
    "google/gemini-2.5-pro:free", // expect: model google/gemini-2.5-pro:free provider=google-gemini ; use google-gemini config
    "acme-labs/lunaris-8b", // expect: model acme-labs/lunaris-8b provider=openrouter
  ],
};
export const DEFAULT_MODELS = { fast: "gpt-4o-mini", good: "gpt-4-turbo", odd: "terra-9" }; // expect: model gpt-4o-mini provider=openai ; model gpt-4-turbo provider=openai ; model terra-9 provider=openai
export const settings = { model: "o3-mini", other: "o4-mini", region: "us-east-1", app: "shop-2" }; // expect: model o3-mini provider=openai ; model o4-mini provider=openai
export const packages = ["left-pad-1", "gpt-3.5-turbo", "react-18", "vue-3", "next-15"]; // expect: model gpt-3.5-turbo provider=openai
export const files = ["src/a-1.ts", "lib/b-2", "acme/shop-3"]; // ok: nothing here is a model
run("gpt-4", "gpt-4-32k", "eu-west-1", OpenAI); // expect: model gpt-4 provider=openai ; model gpt-4-32k provider=openai
