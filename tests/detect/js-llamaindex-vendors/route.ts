import { Document, OpenAI, OllamaEmbedding, QdrantVectorStore, VectorStoreIndex } from "llamaindex"; // expect: use llamaindex import ; use openai import ; use ollama import ; use qdrant import

const llm = new OpenAI({ model: "gpt-4o-mini" }); // expect: model gpt-4o-mini provider=openai
const embed = new OllamaEmbedding({ model: "nomic-embed-text" }); // expect: model nomic-embed-text provider=ollama
export const parts = [llm, embed, QdrantVectorStore, VectorStoreIndex, Document];
