import { LexRuntimeV2Client } from "@aws-sdk/client-lex-runtime-v2";

export const client = new LexRuntimeV2Client({ region: "eu-west-1" });
