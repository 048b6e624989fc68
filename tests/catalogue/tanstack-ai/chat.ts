import { chat } from "@tanstack/ai";

const stream = chat({ messages: [] });
