export * from "./models";
export * as models from "./models";
export { getClient, Holder as ClientHolder, lazy, required, withClient } from "./client";
export { default as run } from "./run";
