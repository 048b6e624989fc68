use crate::{
    llm::client::{ask, Client}, // ok: a module of its own, named as a crate
    llms::client::Wrapped,
};

pub fn run(client: Client, _: Wrapped) {
    ask(client);
}
