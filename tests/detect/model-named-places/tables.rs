use std::collections::HashMap;

lazy_static! {
    static ref DIMENSIONS: HashMap<&'static str, u32> = {
        let mut m = HashMap::new();
        m.insert("text-embedding-3-small", 1536); // expect: model text-embedding-3-small provider=openai
        m.insert("us-east-1", 2); // ok
        m
    };
}

fn rag(chat_model: default!(String, "'gpt-4o-mini'")) {} // expect: model gpt-4o-mini provider=openai
