use rig::{client::CompletionClient, providers, tool::Tool}; // expect: use rig import

struct Runner; // expect: tool Runner can=runs-code

impl Tool for Runner {
    const NAME: &'static str = "run";

    async fn call(&self, args: String) -> Result<String, Failure> {
        std::process::Command::new("sh").arg(args).output();
        Ok(String::new())
    }
}

async fn desk() {
    let client = providers::openai::Client::from_env(); // expect: use openai sdk-call
    let desk = client.agent("gpt-4o").preamble("Help.").max_tokens(1024).tool(Runner).build(); // expect: agent rig name=desk tools=Runner model=gpt-4o ; model gpt-4o provider=openai
}
