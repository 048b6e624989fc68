package com.acme.shop;

public enum CloudProvider { OLLAMA }
