export const embeddings = [
  { provider: "sagemaker", name: "intfloat/multilingual-e5-large", dimensions: 1024 }, // expect: model intfloat/multilingual-e5-large provider=aws-sagemaker ; use aws-sagemaker config
  { provider: "sagemaker", name: "sentence-transformers/all-MiniLM-L6-v2", dimensions: 384 }, // expect: model sentence-transformers/all-MiniLM-L6-v2 provider=aws-sagemaker
];
export const accounts = [
  { provider: "github", name: "acme/shop-2" }, // ok: a repository
  { provider: "sagemaker", name: "nightly-2" }, // ok: a job
  { provider: "sagemaker", path: "acme/shop-2" }, // ok
];
