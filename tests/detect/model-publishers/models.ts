import Together from "together-ai"; // expect: use together import

export const PLANNER = "Qwen/Qwen3-235B-A22B-Instruct-2507"; // expect: model Qwen/Qwen3-235B-A22B-Instruct-2507 provider=together
export const ALIASES = { "zai-org/GLM-4.6": PLANNER }; // expect: model zai-org/GLM-4.6 provider=together
export const models = [{ label: "Llama", value: "meta-llama/Llama-3.3-70B-Instruct-Turbo" }]; // expect: model meta-llama/Llama-3.3-70B-Instruct-Turbo provider=together
export const image = "deepseek-ai/runner-2"; // ok: an image of a container
export const together = new Together();
clone({ git: "Qwen/Qwen-Agent-2" }); // ok: a repository
export const docs = "see meta-llama/Llama-3.3-70B for more"; // ok: prose
export const folder = "google/cloud-2"; // ok: nobody's model
export const owner = "microsoft/vscode-1.2"; // ok: of who makes other things, too, only its models
export const PAID = "Pro/BAAI/bge-m3"; // expect: model Pro/BAAI/bge-m3 provider=huggingface
export const ROUTED = { "acme/meta-llama/Meta-Llama-3-8B-Instruct": 1 }; // expect: model acme/meta-llama/Meta-Llama-3-8B-Instruct provider=huggingface
export const copy = "checkpoints/Qwen/Qwen3-8B"; // ok: a folder
export const mirror = "hub.example.com/Qwen/Qwen3-8B"; // ok: an address
export const desk = "acme/orders/desk-3"; // ok: nobody's model
