import { initAi } from "@launchdarkly/server-sdk-ai";

const ai = initAi(ldClient);
