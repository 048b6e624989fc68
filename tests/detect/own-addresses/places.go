package places

const (
	// expect: use qdrant http ; endpoint http://qdrant:6333 provider=qdrant exposure=private
	Store = "http://qdrant:6333"
	Shop  = "http://shop:6379" // ok
	Far   = "https://shop.example.com:11434/x" // ok: a public host
)
