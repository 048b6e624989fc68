import { Mistral } from "@mistralai/mistralai"; // expect: use mistral import
export const getClient = () => new Mistral({});
