package com.acme.ward;

import com.acme.Summaries;

public class Ward {
    private final Summaries summaries;

    public Ward(Summaries summaries) {
        this.summaries = summaries;
    }

    public String round(Stay stay) {
        return summaries.of(stay.getDiagnosis().toString());
    }
}
