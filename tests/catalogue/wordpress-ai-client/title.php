<?php

use WordPress\AiClient\AiClient;

return AiClient::prompt("A title");
