package org.linli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ReaderException;
import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.linli.testing.PrintedCode;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The poster names the community and leads to its page: the code printed is read back. */
@LinliTest
class PosterTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theCodeLeadsToThePageOfTheCommunity() throws ReaderException {
        long id = jdbc.sql("select min(community_id) from linli.community_version")
                .query(Long.class)
                .single();
        String name = jdbc.sql("select name from linli.community_version where community_id = :id limit 1")
                .param("id", id)
                .query(String.class)
                .single();
        try (Visitor http = new Visitor(port)) {
            assertThat(http.get("/communities/" + id).body()).contains("/communities/" + id + "/poster");
            String page = http.get("/communities/" + id + "/poster").body();

            assertThat(page).contains("<h1>" + name + "</h1>").contains("投诉电话").contains("演示数据，请勿张贴");
            assertThat(page).doesNotContain("src=\"http");
            assertThat(PrintedCode.read(page)).endsWith("/communities/" + id).startsWith("http");
            assertThat(page).contains(PrintedCode.read(page));
        }
    }

    @Test
    void thereIsNoPosterOfAnUnknownCommunity() {
        try (Visitor http = new Visitor(port)) {
            assertThat(http.get("/communities/999999999/poster").statusCode()).isEqualTo(404);
            assertThat(http.get("/communities/0/poster").statusCode()).isEqualTo(404);
        }
    }
}
