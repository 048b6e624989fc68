export * from "./provider";
export { MODELS } from "./models";
