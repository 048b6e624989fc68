import OpenAI, { AzureOpenAI } from "openai"; // expect: use openai import ; use azure-openai import
import { env } from "@/config";

export class Chat {
  private readonly client: OpenAI;

  constructor() {
    this.client = new OpenAI({ apiKey: env.OPENAI_API_KEY });
  }

  async ask(question: string, model = "gpt-4o-mini") { // expect: model gpt-4o-mini provider=openai
    await this.client.chat.completions.create({ model, messages: [{ role: "user", content: question }] }); // expect: flow openai user-content model=gpt-4o-mini
    // expect: flow openai user-content model=gpt-4o
    return this.client.chat.completions.create({ model: env.CHAT_MODEL, messages: [{ role: "user", content: question }] });
  }
}

// expect: endpoint https://contoso.openai.azure.com provider=azure-openai exposure=public deployment=gpt-4o
// expect: model gpt-4o provider=azure-openai publisher=openai
export const azure = new AzureOpenAI({ endpoint: "https://contoso.openai.azure.com", deployment: "gpt-4o" });
