package main

import "github.com/teilomillet/gollm"

var ask = gollm.NewLLM
