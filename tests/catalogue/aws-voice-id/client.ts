import { VoiceIDClient } from "@aws-sdk/client-voice-id";

export const client = new VoiceIDClient({ region: "eu-west-1" });
