import { Metorial } from "metorial";

const metorial = new Metorial({ apiKey: process.env.METORIAL_API_KEY });
