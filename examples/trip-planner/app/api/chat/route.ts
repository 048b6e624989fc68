import {
  convertToModelMessages,
  createUIMessageStreamResponse,
  isStepCount,
  streamText,
  toUIMessageStream,
  type UIMessage,
} from "ai";

import { plannerModel } from "@/lib/models";
import { tools } from "@/lib/tools";

export const maxDuration = 30;

const INSTRUCTIONS = `You help people to choose one of the agency's trips.
Suggest only trips that the searchTrips tool returned, with their price per person.
You cannot book: for that, give the phone number on the page.`;

export async function POST(request: Request): Promise<Response> {
  const { messages }: { messages: UIMessage[] } = await request.json();

  const result = streamText({
    model: plannerModel(),
    instructions: INSTRUCTIONS,
    messages: await convertToModelMessages(messages),
    tools,
    stopWhen: isStepCount(5),
  });

  return createUIMessageStreamResponse({ stream: toUIMessageStream({ stream: result.stream }) });
}
