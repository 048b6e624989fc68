const config = {
  serverExternalPackages: ["onnxruntime-node", "sharp"],
  experimental: { serverComponentsExternalPackages: ["chromadb"] },
};
export default config;
