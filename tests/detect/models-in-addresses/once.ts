import OpenAI from "openai"; // expect: use openai import

// expect: use azure-openai http ; endpoint https://contoso.openai.azure.com/openai/deployments/gpt-4o-mini provider=azure-openai deployment=gpt-4o-mini
const azure = new OpenAI({ apiKey, baseURL: "https://contoso.openai.azure.com/openai/deployments/gpt-4o-mini" });
// expect: use lmstudio http ; endpoint http://localhost:1234/v1 provider=lmstudio
const own = new OpenAI({ apiKey: "lm-studio", baseURL: "http://localhost:1234/v1" });
await own.chat.completions.create({ model: "qwen2.5-7b-instruct", messages: [] }); // expect: model qwen2.5-7b-instruct provider=lmstudio ; flow lmstudio none
await azure.chat.completions.create({ model: "gpt-4o-mini", messages: [] }); // expect: model gpt-4o-mini provider=azure-openai ; flow azure-openai none
