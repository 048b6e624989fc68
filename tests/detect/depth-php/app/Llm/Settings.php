<?php

namespace App\Llm;

final class Settings
{
    private ?string $late = null;

    public function __construct(
        public readonly string $model = 'acme-16', // expect: model acme-16 provider=openai
        public ?string $other = null,
    ) {
        $this->other = $other ?? getenv('M17') ?: 'acme-17'; // expect: model acme-17 provider=openai variable=M17
    }

    public static function make(): static
    {
        return new static(model: 'acme-18'); // expect: model acme-18 provider=openai
    }

    public function withLate(string $late): self
    {
        $this->late = $late;

        return $this;
    }

    public function late(): ?string
    {
        return $this->late;
    }
}
