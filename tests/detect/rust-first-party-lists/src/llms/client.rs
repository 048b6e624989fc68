pub struct Wrapped;
