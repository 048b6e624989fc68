use super::client::*;

pub mod a { pub type Client = String; }
pub mod b { pub type Client = u8; }
pub mod c { pub type Client = u16; }
pub mod d { pub type Client = u32; }
pub mod e { pub type Client = u64; }
