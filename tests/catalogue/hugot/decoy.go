package shop

import "github.com/acme/hugot/shop"

var open = shop.New
