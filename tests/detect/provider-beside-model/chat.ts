import { initChatModel } from "langchain/chat_models/universal"; // expect: use langchain import

export const chat = () => initChatModel("own-model-5", { modelProvider: "anthropic" }); // expect: use anthropic sdk-call ; model own-model-5 provider=anthropic
