package main

import (
	"github.com/parakeet-nest/parakeet"

	"github.com/acme/parakeet/shop"
)

var first, second = parakeet.New, shop.New
