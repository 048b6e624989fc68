import { Index } from "@upstash/vector";

const index = new Index({ url, token });
