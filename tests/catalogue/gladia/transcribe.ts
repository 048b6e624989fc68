import { gladia } from "@ai-sdk/gladia";
import { experimental_transcribe as transcribe } from "ai";

await transcribe({ model: gladia.transcription(), audio });
