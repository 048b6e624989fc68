package com.acme.cfg;

public class Options {
    private String chosen;

    public static Builder builder() {
        return new Builder();
    }

    public String getModel() {
        return model;
    }

    public String getChosen() {
        return chosen;
    }

    public Options withChosen(String chosen) {
        this.chosen = chosen;
        return this;
    }

    public static class Builder {

        public Builder model(String model) {
            this.model = model;
            return this;
        }

        public Built build() {
            return new Built(model);
        }
    }

    public static class Built {
        private final String model;

        Built(String model) {
            this.model = model;
        }

        public String model() {
            return model;
        }
    }
}
