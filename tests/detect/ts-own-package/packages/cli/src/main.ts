import { run } from "promptfoo"; // ok
import OpenAI from "openai"; // expect: use openai import

console.log(run("x"), new OpenAI());
