import { DeepChat } from "deep-chat-react";

export const Chat = () => <DeepChat directConnection={{ openAI: true }} />;
