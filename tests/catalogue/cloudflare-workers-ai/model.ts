import { ChatCloudflareWorkersAI } from "@langchain/cloudflare";

const model = new ChatCloudflareWorkersAI({ model: "@cf/meta/llama-3.1-8b-instruct" });
