package shop

import "github.com/acme/golc/shop"

var open = shop.New
