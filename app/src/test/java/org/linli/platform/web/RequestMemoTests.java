package org.linli.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class RequestMemoTests {

    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void asksOnceInARequestAndAnewInTheNext() {
        begin();
        assertThat(answer()).isEqualTo(1);
        assertThat(answer()).isEqualTo(1);

        begin();
        assertThat(answer()).isEqualTo(2);
    }

    @Test
    void asksAgainAfterAChange() {
        begin();
        answer();
        RequestMemo.forget("count");
        assertThat(answer()).isEqualTo(2);
    }

    @Test
    void remembersNothingOutsideOfRequests() {
        assertThat(answer()).isEqualTo(1);
        assertThat(answer()).isEqualTo(2);
        RequestMemo.forget("count");
    }

    private int answer() {
        return RequestMemo.of("count", asked::incrementAndGet);
    }

    private static void begin() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }
}
