import { anthropic } from "@ai-sdk/anthropic";
import { openai } from "@ai-sdk/openai";
import type { LanguageModel } from "ai";

const OPENAI_MODEL = process.env.PLANNER_OPENAI_MODEL ?? "gpt-5.5";
const ANTHROPIC_MODEL = process.env.PLANNER_ANTHROPIC_MODEL ?? "claude-sonnet-4-5-20250929";

/** The model that answers, chosen once per deployment. */
export function plannerModel(): LanguageModel {
  return process.env.PLANNER_PROVIDER === "anthropic" ? anthropic(ANTHROPIC_MODEL) : openai(OPENAI_MODEL);
}
