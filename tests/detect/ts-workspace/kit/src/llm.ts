export { make } from "./lib/server/llm";
