import { complete } from "./model";

export const handler = async (event) => {  // expect: surface chat route websocket
  await complete(JSON.parse(event.body).text);
};
