mod openai; // ok: a module of this crate
mod genai;

use openai::Client;

fn main() {
    let client = Client::new(); // ok
    client.chat("gpt-4o is a name in prose"); // ok
    openai::paint();
    genai::draw();
    // async_openai::Client::new() is only named in a comment
}
