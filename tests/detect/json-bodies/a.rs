const BODY: &str = r#"{ "model": "gpt-4o-mini", "messages": [] }"#; // expect: model gpt-4o-mini provider=openai
