<?php
namespace App;
use GuzzleHttp\Client;
class Gateway {
    protected Client $http;
    protected function request(string $url, array $body) {
        return $this->http->post($url, ['json' => $body]);
    }
}
