import Vapi from "@vapi-ai/web";

const vapi = new Vapi("public-key");
