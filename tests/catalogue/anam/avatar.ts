import { createClient } from "@anam-ai/js-sdk";

export const avatar = createClient(await sessionToken());
