import { blackForestLabs } from "@ai-sdk/black-forest-labs";
import { experimental_generateImage as generateImage } from "ai";

await generateImage({ model: blackForestLabs.image("flux-pro-1.1"), prompt: "A fox" });
