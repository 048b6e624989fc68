export enum Model {
  Big = "claude-opus-4-1", // expect: model claude-opus-4-1 provider=anthropic
  Small = "claude-3-5-haiku-latest", // expect: model claude-3-5-haiku-latest provider=anthropic
}
export const enum Old {
  V2 = "claude-2.1", // expect: model claude-2.1 provider=anthropic
}
export const MODELS = {
  free: "claude-3-haiku-20240307", // expect: model claude-3-haiku-20240307 provider=anthropic
  paid: { id: "claude-3-opus-20240229", limit: 10 }, // expect: model claude-3-opus-20240229 provider=anthropic
} as const satisfies Record<string, unknown>;
export const BY_TASK = new Map<string, string>([
  ["summary", "claude-haiku-4-5"], // expect: model claude-haiku-4-5 provider=anthropic
]);
export const FROZEN = Object.freeze({ review: "claude-opus-4-0" }); // expect: model claude-opus-4-0 provider=anthropic
export const LIST = ["claude-sonnet-4-5", "claude-sonnet-4-0"] as const; // expect: model claude-sonnet-4-5 provider=anthropic ; model claude-sonnet-4-0 provider=anthropic
export type Id = (typeof LIST)[number];
export const DEFAULT: Id = LIST[0];
const family = "claude-3";
const version = 5;
export const JOINED = family + "-5-" + "sonnet-20240620"; // expect: model claude-3-5-sonnet-20240620 provider=anthropic
export const TEMPLATE = `claude-opus-4-${version}` as const; // expect: model claude-opus-4-5 provider=anthropic
export const ARRAY = ["claude", "3", "sonnet", "20240229"].join("-"); // expect: model claude-3-sonnet-20240229 provider=anthropic
export const CONCAT = "claude-".concat("opus-4-20250514"); // expect: model claude-opus-4-20250514 provider=anthropic

export class Defaults {
  static readonly CHAT = "claude-3-7-sonnet-20250219"; // expect: model claude-3-7-sonnet-20250219 provider=anthropic
  model = "claude-3-5-sonnet-20241022"; // expect: model claude-3-5-sonnet-20241022 provider=anthropic
  constructor(public readonly draft: string = "claude-instant-1.2") {} // expect: model claude-instant-1.2 provider=anthropic
}

export function pick(task: string): string {
  switch (task) {
    case "fast":
      return "claude-3-5-haiku-20241022"; // expect: model claude-3-5-haiku-20241022 provider=anthropic
    default:
      return Model.Big;
  }
}
export const pickLater = async (): Promise<string> => "claude-sonnet-4-20250514"; // expect: model claude-sonnet-4-20250514 provider=anthropic
