package internal

import (
	"context"
	"io"
	"net/http"
)

// Post sends to any address: what it is given decides whose API it calls.
func Post(ctx context.Context, url string, body io.Reader) (*http.Response, error) {
	// expect: flow deepseek user-content
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, body) // ok
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}
