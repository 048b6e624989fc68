import { LanguageModel } from "@effect/ai";
import { OpenAiLanguageModel } from "@effect/ai-openai";

const gpt = OpenAiLanguageModel.model("gpt-4o");
