mod models;

pub use models::{choose, inserted, table, Options, Settings, Tier, JOINED as TOGETHER, LAZY, LIST, OLD, PLAIN, STATIC};
