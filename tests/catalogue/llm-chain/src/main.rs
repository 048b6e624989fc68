use llm_chain::{executor, parameters, prompt};
use llm_chain::step::Step;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let exec = executor!().unwrap();
    let step = Step::for_prompt_template(prompt!("You greet people", "Greet {{name}}"));
    step.run(&parameters!().with("name", "Ada"), &exec).await.unwrap();
}
