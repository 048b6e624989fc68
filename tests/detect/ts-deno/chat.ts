// expect: use openai import; use openai manifest
import OpenAI from "npm:openai@4.52.0";
// expect: use openai manifest
import Mirror from "jsr:@openai/openai@^4.5";
// expect: use anthropic import; use anthropic manifest
import Anthropic from "https://esm.sh/@anthropic-ai/sdk@0.24.3";
import { join } from "jsr:@std/path@1"; // ok
import { helper } from "https://deno.land/x/helpers@v1.0.0/mod.ts"; // ok

const userMessage = prompt("?");
const client = new OpenAI();
// expect: model gpt-4o provider=openai; flow openai user-content model=gpt-4o
await client.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: join(userMessage) }] });
// expect: model gpt-4o-mini provider=openai; flow openai none model=gpt-4o-mini
await new Mirror().chat.completions.create({ model: "gpt-4o-mini", messages: [] });
const claude = new Anthropic();
// expect: model claude-3-5-haiku-20241022 provider=anthropic; flow anthropic none model=claude-3-5-haiku-20241022
await claude.messages.create({ model: "claude-3-5-haiku-20241022", max_tokens: 9, messages: [] });
// ok: import x from "npm:cohere-ai@7"
helper("https://unpkg.com/langchain@0.1.0");
