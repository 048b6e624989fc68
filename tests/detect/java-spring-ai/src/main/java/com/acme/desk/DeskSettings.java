package com.acme.desk;

import lombok.Data;
import org.springframework.boot.context.properties.ConfigurationProperties;

@Data
@ConfigurationProperties(prefix = "desk")
public class DeskSettings {
    private String summaryModel;
    private String titleModel = "gpt-4o-mini"; // expect: model gpt-4o-mini provider=openai variable=desk.titleModel
}
