use async_openai::Client; // expect: use openai import

fn pick(big: bool) -> String {
    let name = if big { "gpt-4o" } else { "gpt-4o-mini" }; // expect: model gpt-4o provider=openai ; model gpt-4o-mini provider=openai
    log(name);
    "gpt-4.1".to_string() // expect: model gpt-4.1 provider=openai
}
