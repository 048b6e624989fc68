package com.acme;

import org.testcontainers.containers.GenericContainer;

class Store {
    // expect: use qdrant container
    static final GenericContainer<?> STORE = new GenericContainer<>("qdrant/qdrant:v1.9.0");
}
