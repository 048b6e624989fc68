package main

import "github.com/henomis/lingoose/thread"

var t = thread.New
