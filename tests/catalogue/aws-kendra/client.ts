import { KendraClient } from "@aws-sdk/client-kendra";

export const client = new KendraClient({ region: "eu-west-1" });
