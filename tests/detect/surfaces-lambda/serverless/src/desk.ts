import middy from "@middy/core";
import { complete } from "./model";

const answer = async (event: { body: string }) => complete(event.body);

export const ask = middy(async (event) => answer(event));  // expect: surface chat route http route=/ask
