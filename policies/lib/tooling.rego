# METADATA
# title: What tools of the kind eval are for
# description: The catalogue has one kind for observation, evaluation and guardrails; controls need to tell them apart.
package aigov.lib.tooling

# METADATA
# description: Catalogue ids of what records calls.
recorders := {
	"agentops", "arize-phoenix", "braintrust", "datadog-llm", "galileo", "helicone", "langfuse", "langsmith", "langwatch",
	"lunary", "maxim", "mlflow", "openlit", "opik", "portkey", "promptlayer", "traceloop", "weights-and-biases",
}

# METADATA
# description: Catalogue ids of what checks input or output while the system runs.
guardrails := {"guardrails-ai", "lakera", "llm-guard", "nemo-guardrails", "openai-guardrails", "presidio", "rebuff"}
