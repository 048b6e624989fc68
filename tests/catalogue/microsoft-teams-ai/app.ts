import { ActionPlanner, OpenAIModel, PromptManager } from "@microsoft/teams-ai";

const planner = new ActionPlanner({ model, prompts, defaultPrompt: "chat" });
