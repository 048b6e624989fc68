<?php

namespace TikToken;

class Encoder
{
}
