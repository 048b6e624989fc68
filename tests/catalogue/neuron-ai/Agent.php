<?php

use NeuronAI\Agent;
use NeuronAI\Providers\Anthropic\Anthropic;

$model = new Anthropic(key: "", model: "claude-3-5-haiku-latest");
