package app;

import org.springframework.web.client.RestTemplate;

public class Rest {
    private final RestTemplate http = new RestTemplate();

    String submit(String url, Object body) {
        return http.postForObject(url, body, String.class);
    }
}
