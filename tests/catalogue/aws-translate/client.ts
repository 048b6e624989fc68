import { TranslateClient } from "@aws-sdk/client-translate";

export const client = new TranslateClient({ region: "eu-west-1" });
