<?php

namespace App;

use Illuminate\Support\Facades\Config;
use Illuminate\Support\Facades\Http;
use OpenAI\Laravel\Facades\OpenAI; // expect: use openai import

class Ask
{
    public function facade(string $question)
    {
        // expect: flow openai model=gpt-4o-mini user-content
        return OpenAI::chat()->create(['model' => Config::get('services.openai.model'), 'messages' => $question]);
    }

    public function helper(string $question)
    {
        // expect: flow openai model=gpt-4o-mini user-content
        return OpenAI::chat()->create(['model' => config()->get('services.openai.model'), 'messages' => $question]);
    }

    public function fallback(string $question)
    {
        // expect: model gpt-4.1 provider=openai ; flow openai model=gpt-4.1 user-content
        return OpenAI::chat()->create(['model' => config('services.other.model', 'gpt-4.1'), 'messages' => $question]);
    }

    public function bare(string $question)
    {
        // expect: unresolved model openai variable=OPENAI_BARE ; flow openai user-content
        return OpenAI::chat()->create(['model' => config('services.openai.bare'), 'messages' => $question]);
    }

    public function raw(string $question)
    {
        // expect: use groq http ; endpoint https://api.groq.com/openai/v1/chat/completions provider=groq ; flow groq user-content
        Http::post(config('services.openai.url') . '/chat/completions', ['model' => $this->model, 'messages' => $question]);
    }
}
