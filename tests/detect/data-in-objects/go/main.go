package main

import (
	"context"

	"github.com/ollama/ollama/api"  // expect: use ollama import
)

type Item struct {
	First string
	Other string
}

func NewItem(first string) *Item { return &Item{First: first} }

func ask(c *api.Client, q string) {
	c.Generate(context.Background(), &api.GenerateRequest{Prompt: q}, nil)  // expect: flow ollama personal
}

func sumUp(c *api.Client, q string) {
	c.Generate(context.Background(), &api.GenerateRequest{Prompt: q}, nil)  // expect: flow ollama financial
}

func explain(c *api.Client, item *Item) {
	// expect: flow ollama special-category
	c.Generate(context.Background(), &api.GenerateRequest{Prompt: item.First}, nil)
}

func one(c *api.Client, user User) {
	item := Item{First: user.Email, Other: user.Iban}
	ask(c, item.First)
}

func two(c *api.Client, user User) {
	item := NewItem(user.Iban)
	sumUp(c, item.First)
}

func three(c *api.Client, user User) { explain(c, &Item{First: user.Diagnosis, Other: user.Iban}) }
