package main

import (
	"github.com/mudler/localrecall"

	"github.com/acme/localrecall/shop"
)

var first, second = localrecall.New, shop.New
