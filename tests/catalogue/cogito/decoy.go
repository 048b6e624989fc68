package shop

import "github.com/acme/cogito/shop"

var open = shop.New
