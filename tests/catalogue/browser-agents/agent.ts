import { PlaywrightAgent } from "@midscene/web/playwright";

const agent = new PlaywrightAgent(page);
