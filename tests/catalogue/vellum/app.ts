import { VellumClient } from "vellum-ai";

const vellum = new VellumClient({ apiKey: process.env.VELLUM_API_KEY });
