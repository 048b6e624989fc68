package main

import (
	"github.com/hupe1980/golc"

	"github.com/acme/golc/shop"
)

var first, second = golc.New, shop.New
