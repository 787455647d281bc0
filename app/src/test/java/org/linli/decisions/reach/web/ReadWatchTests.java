package org.linli.decisions.reach.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.decisions.VoteId;
import org.springframework.mock.web.MockHttpServletRequest;

class ReadWatchTests {

    private static final String ENTRY = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        "GET, '', /votes/12-3, true",
        "GET, '', /my/votes/12-3, true",
        "GET, '', /my/votes/12-3/" + ENTRY + ", true",
        "GET, /linli, /linli/my/votes/12-3, true",
        "GET, /city/linli, /city/linli/votes/12-3, true",
        "POST, '', /my/votes/12-3, false",
        "GET, '', /votes/12-3/result, false",
        "GET, '', /my/votes/12-3/roll, false",
        "GET, '', /votes, false",
        "GET, /linli, /linli/communities/12, false"
    })
    void noticeAndBallotAreReadWhereverLinliLives(String method, String path, String uri, boolean read) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, uri);
        request.setContextPath(path);

        assertThat(ReadWatch.voteRead(request).map(VoteId::toString).orElse("")).isEqualTo(read ? "12-3" : "");
    }
}
