package main

import "github.com/philippgille/chromem-go"

var db = chromem.NewDB
