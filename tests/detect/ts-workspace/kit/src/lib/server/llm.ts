import { Mistral } from "@mistralai/mistralai"; // expect: use mistral import
export const small = "codestral-latest"; // expect: model codestral-latest provider=mistral
export const make = () => new Mistral({});
