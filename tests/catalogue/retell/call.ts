import Retell from "retell-sdk";

const client = new Retell({ apiKey: "k" });
