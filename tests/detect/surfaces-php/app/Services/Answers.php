<?php
namespace App\Services;
use OpenAI\Laravel\Facades\OpenAI;  // expect: use openai import
class Answers {
    public function ask(string $text) {
        return OpenAI::chat()->create(['model' => 'gpt-4o', 'messages' => [['role' => 'user', 'content' => $text]]]);  // expect: flow openai user-content; model gpt-4o provider=openai
    }
}
