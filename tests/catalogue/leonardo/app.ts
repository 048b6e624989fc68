import { Leonardo } from "@leonardo-ai/sdk";

const leonardo = new Leonardo({ bearerAuth: process.env.LEONARDO_API_KEY });
