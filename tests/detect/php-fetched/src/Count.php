<?php

namespace App;

use App\Ai\OpenAI; // ok: the program's own
use TikToken\Encoder; // expect: use tiktoken import

class Count
{
}
