package shop

import "github.com/acme/trpc-agent-go/shop"

var open = shop.New
