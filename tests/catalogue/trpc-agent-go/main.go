package main

import (
	"trpc.group/trpc-go/trpc-agent-go"

	"github.com/acme/trpc-agent-go/shop"
)

var first, second = trpc_agent_go.New, shop.New
