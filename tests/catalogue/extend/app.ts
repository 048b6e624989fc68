import { ExtendClient } from "extend-ai";

const client = new ExtendClient({ token: process.env.EXTEND_API_KEY });
