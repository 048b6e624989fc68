import { AzureOpenAiChatClient } from "@sap-ai-sdk/foundation-models";

const client = new AzureOpenAiChatClient("gpt-4o");
