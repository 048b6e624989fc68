<?php

namespace App\Llm;

use OpenAI\Laravel\Facades\OpenAI; // expect: use openai import

class Wired
{
    public function __construct(private string $first, private string $model)
    {
    }

    public function ask(string $question)
    {
        return OpenAI::chat()->create(['model' => $this->model, 'messages' => []]); // expect: flow openai model=acme-19 none
    }
}
