import { Gateway } from "@adaline/gateway";
import { OpenAI } from "@adaline/openai";

const gateway = new Gateway();
const openai = new OpenAI();
