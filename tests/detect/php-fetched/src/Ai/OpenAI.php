<?php

namespace App\Ai;

class OpenAI
{
}
