import { Client } from "@elastic/elasticsearch";

export const mappings = { properties: { embedding: { type: "dense_vector", dims: 768 } } }; // expect: use elasticsearch-vector sdk-call
