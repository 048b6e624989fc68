<?php

namespace App\Llm;


function helper(): string
{
}

abstract class Consts
{
    public const PLAIN = 'acme-09'; // expect: model acme-09 provider=openai
    const PREFIX = 'acme';
    const JOINED = self::PREFIX . '-10'; // expect: model acme-10 provider=openai
    private const TABLE = ['fast' => 'acme-11']; // expect: model acme-11 provider=openai
    public static string $static = 'acme-12'; // expect: model acme-12 provider=openai

    public static function of(string $key): string
    {
        return self::TABLE[$key] ?? 'acme-14'; // expect: model acme-14 provider=openai
    }

    public function model(): string
    {
        return $this->model;
    }
}

class Child extends Consts
{
    protected $model = 'acme-15'; // expect: model acme-15 provider=openai
}
