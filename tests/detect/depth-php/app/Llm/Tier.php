<?php

namespace App\Llm;

enum Tier: string
{
    case Fast = 'acme-04a'; // expect: model acme-04a provider=openai
    case Smart = 'acme-04b'; // expect: model acme-04b provider=openai

    const DEFAULT = self::Fast;

    public static function pick(string $name): self
    {
        return self::tryFrom($name) ?? self::Smart;
    }

    public function other(): string
    {
        return match ($this) {
            self::Fast => 'acme-05a', // expect: model acme-05a provider=openai
            self::Smart => 'acme-05b', // expect: model acme-05b provider=openai
        };
    }
}
