<?php

namespace App\Services;

use Illuminate\Support\Facades\Http;
// expect: use openai import
use OpenAI\Laravel\Facades\OpenAI;
// expect: use prism-php import
use Prism\Prism\Enums\Provider;
use Prism\Prism\Prism;

class Ask
{
    public function __construct(private string $model = Models::SMALL)
    {
    }

    public function chat(string $question)
    {
        // expect: flow openai model=gpt-4o user-content
        return OpenAI::chat()->create([
            'model' => config('services.openai.model'),
            'messages' => [['role' => 'user', 'content' => $question]],
        ]);
    }

    public function again(string $question)
    {
        $client = \OpenAI::client(env('OPENAI_API_KEY'));

        // expect: flow openai model=gpt-4.1-mini user-content
        return $client->chat()->create(['model' => $this->model, 'messages' => $question]);
    }

    public function claude(string $question)
    {
        // expect: use anthropic sdk-call
        // expect: model claude-3-5-haiku-20241022 provider=anthropic
        // expect: flow anthropic model=claude-3-5-haiku-20241022 user-content
        return Prism::text()->using(Provider::Anthropic, 'claude-3-5-haiku-20241022')->withPrompt($question)->asText();
    }

    public function raw(string $question)
    {
        // expect: use mistral http ; flow mistral model=mistral-large-latest user-content
        // expect: endpoint https://api.mistral.ai/v1/chat/completions provider=mistral
        return Http::withToken('x')->post('https://api.mistral.ai/v1/chat/completions', [
            // expect: model mistral-large-latest provider=mistral
            'model' => 'mistral-large-latest',
            'messages' => $question,
        ]);
    }
}
