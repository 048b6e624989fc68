<?php

namespace App;

use OpenAI\Client;  // expect: use openai import

class Llm
{
    public function __construct(private Client $client) {}

    public function ask($q)
    {
        // expect: flow openai personal,user-content
        return $this->client->chat()->create(['messages' => [['role' => 'user', 'content' => $q]]]);
    }

    public function sumUp(Item $item)
    {
        // expect: flow openai special-category
        return $this->client->chat()->create(['messages' => [['role' => 'user', 'content' => $item->text]]]);
    }
}

class Item
{
    public function __construct(public string $text, public string $other) {}
}
