package com.acme.cfg;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class Sealed {
    public static final Map<String, String> TABLE = Map.of("fast", "acme-04"); // expect: model acme-04 provider=openai
    public static final Map<String, String> ENTRIES = Map.ofEntries(Map.entry("fast", "acme-05")); // expect: model acme-05 provider=openai
    private static final Map<Tier, String> BY_TIER = new EnumMap<>(Tier.class);
    private static final Map<String, String> PUT = new HashMap<>();
    public static final List<String> LIST = List.of("acme-08"); // expect: model acme-08 provider=openai

    static {
        BY_TIER.put(Tier.FAST, "acme-06"); // expect: model acme-06 provider=openai
        PUT.put("fast", "acme-07"); // expect: model acme-07 provider=openai
    }

    public static String byTier(Tier tier) {
        return BY_TIER.get(tier);
    }

    public static String put(String key) {
        return PUT.get(key);
    }
}
