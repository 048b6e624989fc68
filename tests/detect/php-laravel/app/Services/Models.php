<?php

namespace App\Services;

class Models
{
    // expect: model gpt-4.1-mini provider=openai
    const SMALL = 'gpt-4.1-mini';
}
