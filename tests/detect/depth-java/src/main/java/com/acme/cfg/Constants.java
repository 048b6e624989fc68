package com.acme.cfg;

public interface Constants {
    String PLAIN = "acme-01"; // expect: model acme-01 provider=openai
    String PREFIX = "acme-";
    String JOINED = PREFIX + "02"; // expect: model acme-02 provider=openai
}
