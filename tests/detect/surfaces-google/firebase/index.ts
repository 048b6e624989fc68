import { onCall, onRequest } from "firebase-functions/v2/https";
import { onDocumentCreated } from "firebase-functions/v2/firestore";
import OpenAI from "openai";  // expect: use openai import

const client = new OpenAI();

const complete = (text: string) =>
  // expect: flow openai user-content; model gpt-4o provider=openai
  client.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: text }] });

export const askDesk = onCall({ region: "europe-west1" }, async (request) => complete(request.data.text));  // expect: surface chat route http route=/ask-desk

export const health = onRequest((request, response) => response.send("ok"));

export const chatCreated = onDocumentCreated("chats/{id}", async (event) => complete(event.data.get("text")));
