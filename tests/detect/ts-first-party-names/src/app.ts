import { OpenAI } from "./openai"; // ok
import { OpenAI as Mine } from "@/openai"; // ok
// import OpenAI from "openai";
/* const model = "gpt-4o"; */
import { useTranslation } from "react-i18next";

const labels = { title: "Powered by OpenAI", help: "Choose gpt-4o or claude-3-opus for best results" }; // ok
export const view = `<input v-model="message" />`; // ok
console.log("gpt-4o"); // ok
new OpenAI().ask(useTranslation().t("anthropic.model")); // ok
export default new Mine();
