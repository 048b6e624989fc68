import { generateText } from "ai"; // expect: use vercel-ai-sdk import

export abstract class BaseProvider {
  abstract getModel(): any;

  async write(question: string) {
    // expect: flow anthropic user-content model=claude-sonnet-4-5 ; flow openai user-content model=gpt-4o
    return generateText({ model: this.getModel(), prompt: question });
  }
}
