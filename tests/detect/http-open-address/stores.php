<?php

class QdrantStorage
{
    public function search(string $collection, array $vector): array
    {
        return $this->run('/collections/' . $collection . '/points/search', ['vector' => $vector]); // expect: use qdrant http
    }
}

class PineconeStorage
{
    public function add(array $vectors): array
    {
        $this->run('/vectors/upsert', ['vectors' => $vectors]); // expect: use pinecone http
        return $this->run('/vectors/list', []);
    }
}
