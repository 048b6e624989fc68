package near

import (
	"bytes"
	"net/http"
)

// expect: use ollama http ; endpoint http://gpu.acme.io:11434 provider=ollama exposure=public
const ollamaURL = "http://gpu.acme.io:11434"

func ask(prompt []byte) {
	// expect: flow ollama user-content ; endpoint http://gpu.acme.io:11434/api/generate provider=ollama
	http.Post(ollamaURL+"/api/generate", "application/json", bytes.NewBuffer(prompt))
}

const store = "http://vectors.acme.io:6333" // ok: nothing but the port

const shopURL = "http://gpu.acme.io:8080/api/orders" // ok
