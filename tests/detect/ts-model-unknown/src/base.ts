import { generateText, streamText } from "ai"; // expect: use vercel-ai-sdk import

export abstract class BaseProvider {
  abstract getClient(options: object): any;

  async write(messages: object[], modelId: string) {
    const client = this.getClient({});
    // The model is an object that nothing here tells: no gateway is meant.
    // expect: flow vercel-ai-sdk user-content ; unresolved model vercel-ai-sdk
    return generateText({ model: client(modelId), messages });
  }
}

export function stream(options: any) {
  // expect: unresolved model vercel-ai-sdk
  return streamText({ ...options });
}

export async function title(question: string) {
  // expect: flow vercel-ai-gateway user-content model=openai/gpt-4o ; model openai/gpt-4o provider=vercel-ai-gateway ; use vercel-ai-gateway sdk-call
  return generateText({ model: "openai/gpt-4o", prompt: question });
}
