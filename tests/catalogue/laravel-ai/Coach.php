<?php

use Laravel\Ai\Contracts\Agent;

class Coach implements Agent {}
