import { klingai } from "@ai-sdk/klingai";
import { experimental_generateVideo } from "ai";

await experimental_generateVideo({ model: klingai.video("kling-v2.6-t2v"), prompt: "waves" });
