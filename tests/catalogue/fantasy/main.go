package main

import "charm.land/fantasy"

var agent = fantasy.NewAgent
