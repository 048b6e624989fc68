package shop

import "github.com/acme/bifrost/shop"

var open = shop.New
