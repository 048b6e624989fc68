use autoagents::prelude::*;

fn main() {
    let memory = SlidingWindowMemory::new(10);
}
