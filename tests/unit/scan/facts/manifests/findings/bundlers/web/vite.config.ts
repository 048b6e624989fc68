import { defineConfig } from "vite";
export default defineConfig({
  optimizeDeps: { exclude: ["@xenova/transformers"] },
  server: { proxy: { "/openai": "http://localhost:1" } },
});
