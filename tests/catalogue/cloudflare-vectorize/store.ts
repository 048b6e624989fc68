import { CloudflareVectorizeStore } from "@langchain/cloudflare";

const store = new CloudflareVectorizeStore(embeddings, { index: env.VECTORIZE });
