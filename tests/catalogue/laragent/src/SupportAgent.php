<?php

use LarAgent\Agent;

class SupportAgent extends Agent
{
    protected $model = "gpt-4o-mini";
}
