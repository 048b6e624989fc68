<?php
use OpenAI\Client; // expect: use openai import

const CHOICES = ['gpt-4o', ['openai', 'gpt-4.1']]; // expect: model gpt-4o provider=openai ; model gpt-4.1 provider=openai
class Models
{
    protected $all = ['gpt-4o-mini', 'fast' => 'gpt-4.1-nano']; // expect: model gpt-4o-mini provider=openai ; model gpt-4.1-nano provider=openai
    public function preferred(): array
    {
        $short = ['o1', 'o3']; // ok: short ids count where the place is one of models
        $models = ['o1']; // expect: model o1 provider=openai
        return array(array('anthropic', 'claude-sonnet-4-5')); // expect: model claude-sonnet-4-5 provider=anthropic
    }
    public function limit(string $model): int
    {
        $at = $this->limits["gpt-4o-2024-08-06"]; // ok: a key that is looked up
        return str_starts_with($model, 'gpt-4o-2024-05-13') ? 1 : $at; // ok: what an id begins with
    }
}
