import { prodia } from "@ai-sdk/prodia";
import { generateImage } from "ai";

await generateImage({ model: prodia.image("inference.flux-fast.schnell.txt2img.v2"), prompt: "cat" });
