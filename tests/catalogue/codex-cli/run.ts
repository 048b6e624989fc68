import { Codex } from "@openai/codex-sdk";

const thread = new Codex().startThread();
await thread.run("Diagnose the test failure and propose a fix");
