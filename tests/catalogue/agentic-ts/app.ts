import { createAISDKTools } from "@agentic/ai-sdk";
import { WeatherClient } from "@agentic/weather";

const tools = createAISDKTools(new WeatherClient());
