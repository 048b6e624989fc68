package main

import (
	"github.com/knights-analytics/hugot"

	"github.com/acme/hugot/shop"
)

var first, second = hugot.New, shop.New
