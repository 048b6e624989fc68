use std::collections::HashMap;
use std::sync::LazyLock;

pub const PLAIN: &str = "acme-01"; // expect: model acme-01 provider=openai
pub static STATIC: &str = "acme-02"; // expect: model acme-02 provider=openai
pub const JOINED: &str = concat!("acme", "-03"); // expect: model acme-03 provider=openai
pub const LIST: [&str; 1] = ["acme-04"]; // expect: model acme-04 provider=openai
pub static LAZY: LazyLock<String> = LazyLock::new(|| std::env::var("M05").unwrap_or_else(|_| "acme-05".to_string())); // expect: model acme-05 provider=openai variable=M05

lazy_static::lazy_static! {
}

#[derive(Clone, Copy)]
pub enum Tier {
    Fast,
    Smart,
    Custom,
}

impl Tier {
    pub const DEFAULT: &'static str = "acme-07"; // expect: model acme-07 provider=openai

    pub fn as_str(&self) -> &'static str {
        match self {
            Tier::Fast => "acme-08a", // expect: model acme-08a provider=openai
            Self::Smart => "acme-08b", // expect: model acme-08b provider=openai
            Self::Custom => Self::DEFAULT,
        }
    }
}

impl std::fmt::Display for Tier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.as_str())
    }
}

impl From<Tier> for String {
    fn from(tier: Tier) -> String {
        tier.as_str().to_string()
    }
}

pub fn choose(kind: &str) -> &'static str {
    match kind {
        "fast" => "acme-09a", // expect: model acme-09a provider=openai
        _ => "acme-09b", // expect: model acme-09b provider=openai
    }
}

pub fn table() -> HashMap<&'static str, &'static str> {
}

pub fn inserted() -> HashMap<&'static str, &'static str> {
    let mut map = HashMap::new();
    map.insert("fast", "acme-11"); // expect: model acme-11 provider=openai
    map
}

fn default_model() -> String {
    "acme-12".to_string() // expect: model acme-12 provider=openai
}

#[derive(serde::Deserialize)]
pub struct Settings {
    #[serde(default = "default_model")]
    pub model: String,
    #[serde(default)]
    pub other: Option<String>,
}

pub struct Options {
    pub model: String,
    pub other: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            other: String::from("acme-14"), // expect: model acme-14 provider=openai
        }
    }
}

impl Options {
    pub fn from_env() -> anyhow::Result<Self> {
        Ok(Self {
            ..Default::default()
        })
    }

    pub fn with_model(mut self, model: impl Into<String>) -> Self {
        self.model = model.into();
        self
    }

    pub fn model(&self) -> &str {
        &self.model
    }
}
