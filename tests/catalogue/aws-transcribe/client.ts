import { TranscribeClient } from "@aws-sdk/client-transcribe";

export const client = new TranscribeClient({ region: "eu-west-1" });
