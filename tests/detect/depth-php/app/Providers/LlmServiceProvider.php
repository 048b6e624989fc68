<?php

namespace App\Providers;

use App\Llm\Wired;
use Illuminate\Support\ServiceProvider;

class LlmServiceProvider extends ServiceProvider
{
    public function register(): void
    {
        $this->app->singleton(Wired::class, fn ($app) => new Wired(config('llm.model'), 'acme-19')); // expect: model acme-19 provider=openai
    }
}
