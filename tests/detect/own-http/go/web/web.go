package web

import (
	"bytes"
	"encoding/json"
	"net/http"
)

func Send(url string, body any) (*http.Response, error) {
	data, _ := json.Marshal(body)
	return http.Post(url, "application/json", bytes.NewReader(data))
}
