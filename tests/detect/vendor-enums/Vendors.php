<?php

namespace App;

use App\Shop\PaymentProvider;
use Laravel\Ai\Enums\Lab; // expect: use laravel-ai import
use Prism\Prism\Enums\Provider; // expect: use prism-php import

class Vendors
{
    public const DEFAULT = Provider::Anthropic; // expect: use anthropic config
    public const PAID = PaymentProvider::Mistral; // ok: the shop's own

    public function choices(): array
    {
        return [Provider::OpenAI, Lab::DeepSeek]; // expect: use openai config ; use deepseek config
    }

    public function pick(string $name): Provider
    {
        return match ($name) {
            'here' => Provider::Ollama, // expect: use ollama config
            default => Provider::from($name),
        };
    }

    public function isFar(Provider $vendor): bool
    {
        // Provider::Groq is far, too.
        return $vendor === Provider::XAI || match ($vendor) { // ok: compared
            Provider::Mistral => true, // ok: matched against
            default => false,
        };
    }
}
