package gemini

import (
	"bytes"
	"encoding/json"
	"net/http"
)

func ask(url, key, prompt string) {
	body, _ := json.Marshal(map[string]any{"contents": []any{map[string]any{"parts": []any{map[string]any{"text": prompt}}}}})
	req, _ := http.NewRequest("POST", url, bytes.NewReader(body)) // expect: flow google-gemini user-content ; unresolved endpoint google-gemini
	req.Header.Set("x-goog-api-key", key)                         // expect: use google-gemini http
	http.DefaultClient.Do(req)
}

func order(url string, order []byte) {
	http.Post(url, "application/json", bytes.NewReader(order)) // ok: another function's request
}
