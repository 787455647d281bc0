package org.linli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.linli.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

@LinliTest
class FirstPageTests {

    @LocalServerPort
    int port;

    @Test
    void theHomePageNamesTheCityAndForbidsInlineScripts() {
        HttpResponse<String> answer = new Visitor(port).get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("邻里 · 台州市智慧物业");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'");
    }

    @Test
    void anUnknownPageIsACalmNotFound() {
        HttpResponse<String> answer = new Visitor(port).get("/no-such-page");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有找到这个页面");
    }
}
