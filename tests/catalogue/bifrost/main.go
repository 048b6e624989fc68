package main

import (
	"github.com/maximhq/bifrost"

	"github.com/acme/bifrost/shop"
)

var first, second = bifrost.New, shop.New
