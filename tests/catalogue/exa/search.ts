import Exa from "exa-js";

const exa = new Exa(process.env.EXA_API_KEY);
await exa.searchAndContents("hottest AI startups");
