package shop

import "github.com/acme/agent-sdk-go/shop"

var open = shop.New
