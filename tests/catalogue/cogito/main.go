package main

import (
	"github.com/mudler/cogito"

	"github.com/acme/cogito/shop"
)

var first, second = cogito.New, shop.New
