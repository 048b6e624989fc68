package main

import (
	"github.com/Ingenimax/agent-sdk-go"

	"github.com/acme/agent-sdk-go/shop"
)

var first, second = agent_sdk_go.New, shop.New
