package org.linli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.LinliTest;
import org.linli.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages and sheets speak the reader's language; the API has stable English names with words beside them. */
@LinliTest
class FigureLanguagesTests {

    private static final String ROWS =
            "/api/v1/figures/professional-coverage/rows?asOf=2023-11-02&limit=1&part=counted";

    @LocalServerPort
    int port;

    @Test
    void namesTheColumnsOfTheApiInEnglishWhateverTheReaderSpeaks() throws Exception {
        for (String language : List.of("zh-CN", "en")) {
            JsonNode rows = json(language, ROWS);
            JsonNode row = rows.get("rows").get(0);

            assertThat(rows.get("columns").valueStream().map(JsonNode::asString))
                    .containsExactly("community", "division", "state", "company", "since", "amount", "remark");
            assertThat(row.get("cells").get("state").asString()).startsWith("service-state.");
        }
    }

    @Test
    void putsTheReadersWordsBesideThem() throws Exception {
        JsonNode chinese = json("zh-CN,zh;q=0.9", ROWS);
        JsonNode english = json("en-GB", ROWS);

        assertThat(chinese.get("columnNames").get("community").asString()).isEqualTo("小区");
        assertThat(english.get("columnNames").get("community").asString()).isEqualTo("Community");
        assertThat(english.get("rows").get(0).get("texts").get("state").asString())
                .isIn("Professional", "Consolidated zone");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"zh, 小区", "en, Community"})
    void headsTheSheetInTheReadersLanguage(String language, String head) throws IOException {
        try (Visitor http = new Visitor(port)) {
            http.get("/language?to=" + language);
            byte[] sheet = http.bytes("/figures/professional-coverage/rows.xlsx?asOf=2023-11-02&division=331002002");

            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
                List<Row> rows = workbook.getFirstSheet().read();
                assertThat(rows.getFirst().getCellText(0)).isEqualTo(head);
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"zh, 全部在册住宅小区（有无物业均计入）", "en, 'All residential communities in the register, served or not'"})
    void saysThePopulationInWordsWithItsCodeBehind(String language, String words) {
        try (Visitor http = new Visitor(port)) {
            http.get("/language?to=" + language);

            assertThat(http.get("/figures/professional-coverage?asOf=2023-11-02")
                            .body())
                    .contains(words)
                    .contains("<code>ALL_RESIDENTIAL</code>");
        }
    }

    @ParameterizedTest(name = "{0} in {1}: {2} {3}")
    @CsvSource({
        "/api/v1/figures/none, en, 404, unknown-figure, No such figure",
        "/api/v1/figures/none, zh, 404, unknown-figure, 没有这个指标",
        "/api/v1/figures/communities?division=44, en, 404, unknown-division, No such division",
        "/api/v1/figures/companies-registered?division=331002002, en, 404, division-too-small, Not told for so small a division",
        "/api/v1/figures/companies-registered/rows?division=331002002, zh, 404, division-too-small, 这项指标不细到这一级",
        "/api/v1/figures/communities?asOf=x, en, 400, bad-date, The date could not be read",
        "/api/v1/figures/communities/rows?since=x, en, 400, bad-date, The date could not be read",
        "/api/v1/figures/communities/rows?limit=x, en, 404, not-found, Not found",
        "/api/v1/nothing, zh, 404, not-found, 没有找到"
    })
    void refusesWithProblemDetails(String path, String language, int status, String code, String title)
            throws Exception {
        HttpResponse<String> answer = get(language, path);
        JsonNode problem = JsonMapper.shared().readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("type").asString()).isEqualTo("urn:linli:problem:" + code);
        assertThat(problem.get("title").asString()).isEqualTo(title);
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    @Test
    void describesItselfWithExamples() throws Exception {
        JsonNode value = json("en", "/v3/api-docs").at("/paths/~1api~1v1~1figures~1{figure}/get");

        assertThat(value.get("parameters")
                        .valueStream()
                        .map(parameter -> parameter.get("name").asString()))
                .containsExactlyInAnyOrder("figure", "division", "asOf", "knownAt");
        assertThat(value.get("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.get("name").asString().equals("asOf"))
                        .map(parameter -> parameter.get("example").asString()))
                .containsExactly("2023-11-02");
        assertThat(value.at("/responses/200/content/application~1json/schema/$ref")
                        .asString())
                .endsWith("/Answer");
        assertThat(value.at("/responses/404/content").has("application/problem+json"))
                .isTrue();
    }

    private JsonNode json(String language, String path) throws Exception {
        return JsonMapper.shared().readTree(get(language, path).body());
    }

    private HttpResponse<String> get(String language, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Accept-Language", language)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
