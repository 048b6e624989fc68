export default {
  externals: { "@langchain/core": "commonjs @langchain/core", react: "React" },
  resolve: { alias: { openai: "./shim" } },
};
