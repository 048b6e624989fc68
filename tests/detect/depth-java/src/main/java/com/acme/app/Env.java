package com.acme.app;

import java.util.Optional;

final class Env {
    static String get(String name, String fallback) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? fallback : value;
    }

    static Optional<String> or(String name) {
        return Optional.ofNullable(System.getenv(name));
    }
}
