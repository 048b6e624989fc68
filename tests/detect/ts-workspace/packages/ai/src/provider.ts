import { Mistral } from "@mistralai/mistralai"; // expect: use mistral import

export class AiService {
  private readonly client: Mistral;
  constructor(private readonly options: { apiKey?: string; model?: string } = {}) {
    this.client = new Mistral({ apiKey: options.apiKey ?? process.env.AI_KEY });
  }
  async chat(prompt: string, model: string) {
    // expect: flow mistral user-content model=mistral-large-latest
    return this.client.chat.complete({ model, messages: [{ role: "user", content: prompt }] });
  }
}
export const createAi = () => new Mistral({});
