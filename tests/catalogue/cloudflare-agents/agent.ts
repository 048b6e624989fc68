import { Agent, routeAgentRequest } from "agents";

export class Counter extends Agent<Env> {
  initialState = { count: 0 };
}
