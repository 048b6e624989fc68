pub struct Client;

pub fn ask(_: Client) {}
