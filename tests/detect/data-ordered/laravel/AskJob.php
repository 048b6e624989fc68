<?php

namespace App\Jobs;

use OpenAI\Laravel\Facades\OpenAI;  // expect: use openai import

class AskJob
{
    private $q;

    public function __construct($q)
    {
        $this->q = $q;
    }

    public function handle()
    {
        // expect: flow openai financial
        return OpenAI::chat()->create(['messages' => [['role' => 'user', 'content' => $this->q]]]);
    }
}
