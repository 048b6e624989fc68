import { anthropic } from "@ai-sdk/anthropic"; // expect: use anthropic import ; use vercel-ai-sdk import
import { openai } from "@ai-sdk/openai"; // expect: use openai import

import { BaseProvider } from "./base";

export class Claude extends BaseProvider {
  getModel() {
    return anthropic("claude-sonnet-4-5"); // expect: model claude-sonnet-4-5 provider=anthropic
  }
}

export class Gpt extends BaseProvider {
  getModel() {
    return openai("gpt-4o"); // expect: model gpt-4o provider=openai
  }
}
