import OpenAI from "openai"; // expect: use openai import

new OpenAI();
