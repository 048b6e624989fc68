mod llm;

use crate::llm::{self as l, choose, Options, Settings, Tier, PLAIN, TOGETHER};
use std::env;
use async_openai::types::CreateEmbeddingRequestArgs; // expect: use openai import

struct Config {
    model: String,
}

#[derive(clap::Parser)]
struct Args {
    #[clap(long, env = "M16", default_value = "acme-16")] // expect: model acme-16 provider=openai variable=M16
    model: String,
    #[arg(long, default_value_t = String::from("acme-17"))] // expect: model acme-17 provider=openai
    other: String,
    #[arg(long)]
    third: Option<String>,
}

#[derive(envy::Deserialize)]
struct Env {
    #[serde(default = "env_model")]
    llm_model: String,
}

fn env_model() -> String {
}

fn constants(kind: &str, tier: Tier, settings: &Settings) {
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(PLAIN).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(l::STATIC).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(TOGETHER).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(l::LIST[0]).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(l::LAZY.as_str()).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(Tier::DEFAULT).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(Tier::Fast.as_str()).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(choose(kind)).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(*l::inserted().get("fast").unwrap()).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(settings.model.clone()).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(settings.other.clone().unwrap_or_else(|| "acme-20".to_owned())).build().unwrap()); // expect: model acme-20 provider=openai
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(Options::default().model).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(Options::default().other.as_str()).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(Options::from_env().unwrap().model()).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(Options::default().with_model("acme-21").model).build().unwrap()); // expect: model acme-21 provider=openai
}

fn environment(args: Args, parsed: Env) {
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(env::var("M22").unwrap_or("acme-22".to_string())).build().unwrap()); // expect: model acme-22 provider=openai variable=M22
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(env::var("M23").unwrap_or_else(|_| "acme-23".into())).build().unwrap()); // expect: model acme-23 provider=openai variable=M23
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(env::var("M24").ok().unwrap_or_else(|| "acme-24".into())).build().unwrap()); // expect: model acme-24 provider=openai variable=M24
    async_openai::types::CreateEmbeddingRequestArgs::default().model(match env::var("M25") {
        Ok(value) => value,
    }).input("").build();
    let m26 = if let Ok(value) = env::var("M26") { value } else { "acme-26".into() }; // expect: model acme-26 provider=openai variable=M26
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(m26).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(env::var("M27").as_deref().unwrap_or("acme-27")).build().unwrap()); // expect: model acme-27 provider=openai variable=M27
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(env::var("M28").map_or("acme-28".to_string(), |v| v)).build().unwrap()); // expect: model acme-28 provider=openai variable=M28
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(option_env!("M30").unwrap_or("acme-30")).build().unwrap()); // expect: model acme-30 provider=openai variable=M30
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(env::var("M31").unwrap()).build().unwrap()); // expect: unresolved model openai variable=M31
    let Ok(m32) = env::var("M32") else { return };
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(m32).build().unwrap()); // expect: unresolved model openai variable=M32
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(args.model).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(args.other).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(args.third.unwrap_or_else(|| "acme-33".into())).build().unwrap()); // expect: model acme-33 provider=openai
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(args.third.as_deref().unwrap_or("acme-34")).build().unwrap()); // expect: model acme-34 provider=openai
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(env_or("M35", "acme-35")).build().unwrap()); // expect: model acme-35 provider=openai variable=M35
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(env::var("M36").ok().filter(|v| !v.is_empty()).unwrap_or_else(|| PLAIN.to_string())).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(env!("M39")).build().unwrap()); // expect: unresolved model openai variable=M39
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(std::env::var("M40").unwrap_or_else(|_e| { "acme-40".to_string() })).build().unwrap()); // expect: model acme-40 provider=openai variable=M40
}

fn env_or(name: &str, default: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| default.to_string())
}

fn texts() {
    let size = 41;
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(format!("acme-{}", size)).build().unwrap()); // expect: model acme-41 provider=openai
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(format!("acme-{size}")).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(format!("{base}-42", base = "acme")).build().unwrap()); // expect: model acme-42 provider=openai
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(["acme", "43"].join("-")).build().unwrap()); // expect: model acme-43 provider=openai
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model("acme".to_string() + "-44").build().unwrap()); // expect: model acme-44 provider=openai
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model("acme_46".replace("_", "-")).build().unwrap()); // expect: model acme-46 provider=openai
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(text).build().unwrap());
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(r"acme-48".to_string()).build().unwrap()); // expect: model acme-48 provider=openai
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model("x/acme-49".trim_start_matches("x/")).build().unwrap()); // expect: model acme-49 provider=openai
}

fn shapes(kind: &str) {
    let pick = |k: &str| if k == "a" { "acme-50a" } else { "acme-50b" }; // expect: model acme-50a provider=openai ; model acme-50b provider=openai
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(pick(kind)).build().unwrap());
    let model;
    if kind == "a" {
        model = "acme-51a"; // expect: model acme-51a provider=openai
    } else {
        model = "acme-51b"; // expect: model acme-51b provider=openai
    }
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(model).build().unwrap());
    for each in ["acme-52"] { // expect: model acme-52 provider=openai
        async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(each).build().unwrap());
    }
    let (first, _) = ("acme-53", 1); // expect: model acme-53 provider=openai
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(first).build().unwrap());
    let config = Config { model: "acme-54".into() }; // expect: model acme-54 provider=openai
    let Config { model } = config;
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(model).build().unwrap());
    let mut late = Options::default();
    late.model = "acme-55".into(); // expect: model acme-55 provider=openai
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(late.model).build().unwrap());
    let owned: Option<&str> = Some("acme-56"); // expect: model acme-56 provider=openai
    if let Some(m) = owned {
        async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(m).build().unwrap());
    }
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(std::borrow::Cow::from("acme-57")).build().unwrap()); // expect: model acme-57 provider=openai
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(["acme-58"].first().unwrap()).build().unwrap()); // expect: model acme-58 provider=openai
    async_openai::Client::new().embeddings().create(CreateEmbeddingRequestArgs::default().model(vec!["acme-59"].into_iter().next().unwrap()).build().unwrap()); // expect: model acme-59 provider=openai
}
