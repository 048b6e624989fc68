import { PollyClient } from "@aws-sdk/client-polly";

export const client = new PollyClient({ region: "eu-west-1" });
