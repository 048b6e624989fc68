variable "model" {
  default = "mistralai/Mistral-7B-Instruct-v0.3" # expect: model mistralai/Mistral-7B-Instruct-v0.3 provider=vllm ; use vllm iac
}

resource "helm_release" "ollama" {
  name       = "ollama"
  repository = "https://otwld.github.io/ollama-helm/"
  chart      = "ollama" # expect: use ollama iac
  set {
    name  = "ollama.models.pull[0]"
    value = "llama3.1:8b" # expect: model llama3.1:8b provider=ollama
  }
}

resource "helm_release" "stack" {
  name  = "llm"
  chart = "vllm/vllm-stack"
  values = [
    yamlencode({ servingEngineSpec = { modelSpec = [{ name = "small", modelURL = "Qwen/Qwen2.5-7B-Instruct" }] } }), # expect: model Qwen/Qwen2.5-7B-Instruct provider=vllm
    <<-EOT
    servingEngineSpec:
      modelSpec:
        - modelURL: meta-llama/Llama-3.1-8B-Instruct # expect: model meta-llama/Llama-3.1-8B-Instruct provider=vllm
          replicaCount: 2
    EOT
  ]
}

resource "helm_release" "vectors" {
  name       = "facts"
  repository = "https://qdrant.github.io/qdrant-helm"
  chart      = "qdrant" # expect: use qdrant iac
}

resource "helm_release" "oci" {
  name  = "w"
  chart = "oci://ghcr.io/weaviate/helm/weaviate" # expect: use weaviate iac
}

resource "helm_release" "own" {
  name  = "milvus" # ok
  chart = "./charts/milvus"
}

resource "helm_release" "cache" {
  name       = "chroma" # ok
  repository = "https://charts.bitnami.com/bitnami"
  chart      = "redis"
}

resource "kubernetes_deployment_v1" "vllm" {
  spec {
    template {
      spec {
        container {
          name  = "vllm"
          image = "vllm/vllm-openai:v0.6.3"
          args  = ["--model", var.model, "--port", "8000"]
        }
        container {
          name  = "web"
          image = "example/web"
          args  = ["--model", "meta-llama/not-served"] # ok
        }
        init_container {
          name    = "pull"
          image   = "ollama/ollama"
          command = ["/bin/sh", "-c", "ollama serve & sleep 5; ollama pull llama3.2"] # expect: model llama3.2 provider=ollama
        }
        container {
          name  = "tgi"
          image = "ghcr.io/huggingface/text-generation-inference:3.0" # expect: use tgi iac
          env {
            name  = "MODEL_ID"
            value = "google/gemma-2-9b-it" # expect: model google/gemma-2-9b-it provider=tgi
          }
        }
      }
    }
  }
}

resource "kubernetes_manifest" "served" {
  manifest = {
    apiVersion = "serving.kserve.io/v1beta1"
    kind       = "InferenceService" # expect: use kserve iac
    spec       = { predictor = { model = { storageUri = "hf://meta-llama/Llama-3.1-8B" } } } # expect: model meta-llama/Llama-3.1-8B provider=kserve
  }
}

resource "kubectl_manifest" "plain" {
  yaml_body = <<-YAML
    apiVersion: apps/v1
    kind: Deployment
    metadata: { name: kserve }
  YAML
}
