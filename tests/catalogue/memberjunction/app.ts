import { BaseLLM, ChatParams } from "@memberjunction/ai";

export type Chat = (llm: BaseLLM, params: ChatParams) => Promise<void>;
