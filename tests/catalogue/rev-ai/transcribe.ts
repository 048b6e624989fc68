import { revai } from "@ai-sdk/revai";
import { experimental_transcribe as transcribe } from "ai";

await transcribe({ model: revai.transcription("machine"), audio });
