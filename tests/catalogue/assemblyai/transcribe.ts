import { assemblyai } from "@ai-sdk/assemblyai";
import { experimental_transcribe as transcribe } from "ai";

await transcribe({ model: assemblyai.transcription("best"), audio });
