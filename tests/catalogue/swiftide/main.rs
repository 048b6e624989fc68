use swiftide::{agents::Agent, integrations::ollama::Ollama};
use swiftide::agents::tools::mcp::McpToolbox;

fn answer() {
    let _ = (Agent::builder(), Ollama::default_client(), McpToolbox::default());
}
