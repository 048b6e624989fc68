package shop

import "github.com/acme/localrecall/shop"

var open = shop.New
