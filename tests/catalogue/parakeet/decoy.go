package shop

import "github.com/acme/parakeet/shop"

var open = shop.New
