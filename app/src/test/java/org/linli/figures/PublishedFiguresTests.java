package org.linli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.LinliTest;
import org.linli.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The demo city reproduces, from rows, what the city published on 3 November 2023 (domain j, hypothesis C). */
@LinliTest
class PublishedFiguresTests {

    @LocalServerPort
    int port;

    private Visitor http;

    @BeforeEach
    void openHttp() {
        http = new Visitor(port);
    }

    @ParameterizedTest(name = "{0} as of {1} is {2} / {3} = {4} %")
    @CsvSource(
            nullValues = "-",
            value = {
                "professional-coverage, 2023-11-02, 1043, 1215, 85.8",
                "professional-coverage, 2023-01-01, 844, 1169, 72.2",
                "base-registration, 2023-11-02, 897, 986, 91.0",
                "companies-registered, 2023-11-02, 420, -, -",
                "communities, 2023-11-02, 1215, -, -",
                "communities, 2023-01-01, 1169, -, -"
            })
    void reproducesWhatWasPublished(String figure, String asOf, long numerator, String denominator, String percent) {
        JsonNode answer = http.json("/api/v1/figures/" + figure + "?division=3310&asOf=" + asOf);

        assertThat(answer.get("numerator").asLong()).isEqualTo(numerator);
        assertThat(
                        answer.get("denominator").isNull()
                                ? null
                                : answer.get("denominator").asString())
                .isEqualTo(denominator);
        assertThat(answer.get("percent").isNull() ? null : answer.get("percent").asString())
                .isEqualTo(percent);
        assertThat(answer.get("asOf").asString()).isEqualTo(asOf);
        assertThat(answer.get("ruleVersion").asString()).isNotBlank();
    }

    @Test
    void opensTheRowsBehindTheNumberAndTheyAreAsManyAsItSays() {
        JsonNode value = http.json("/api/v1/figures/professional-coverage?division=331002&asOf=2023-11-02");
        JsonNode rows = http.json(value.get("rows").asString() + "&limit=500");

        assertThat(rows.get("total").asLong()).isEqualTo(value.get("numerator").asLong());
        assertThat(rows.get("rows").size())
                .isEqualTo((int) value.get("numerator").asLong());
    }

    @Test
    void pagesThroughAllRowsOnceAndInOrder() {
        java.util.List<String> keys = new java.util.ArrayList<>();
        String after = "";
        do {
            JsonNode page = http.json(
                    "/api/v1/figures/communities/rows?division=3310&asOf=2023-11-02&limit=250&after=" + after);
            page.get("rows").forEach(row -> keys.add(row.get("key").asString()));
            after = page.get("next").asString();
        } while (!after.isEmpty());

        assertThat(keys).hasSize(1215).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void tells199JoinersAndNoLeaverSinceTheYearBegan() {
        String rows = "/api/v1/figures/professional-coverage/rows?division=3310&asOf=2023-11-02&since=2023-01-01&part=";

        assertThat(http.json(rows + "joined").get("total").asLong()).isEqualTo(199);
        assertThat(http.json(rows + "left").get("total").asLong()).isZero();
    }

    @Test
    void addsUpFromTheCountiesAndSplitsTheWholeIntoStates() {
        JsonNode counties = http.json("/api/v1/figures/professional-coverage/divisions?division=3310&asOf=2023-11-02");
        long numerators = 0;
        long denominators = 0;
        for (JsonNode county : counties) {
            numerators += county.get("numerator").asLong();
            denominators += county.get("denominator").asLong();
        }
        JsonNode states = http.json("/api/v1/figures/service-states?division=3310&asOf=2023-11-02");
        long parts = 0;
        for (JsonNode part : states.get("parts")) {
            parts += part.get("count").asLong();
        }

        assertThat(counties.size()).isEqualTo(9);
        assertThat(numerators).isEqualTo(1043);
        assertThat(denominators).isEqualTo(1215);
        assertThat(parts).isEqualTo(1215);
        assertThat(states.get("parts").get(0).get("count").asLong()
                        + states.get("parts").get(1).get("count").asLong())
                .isEqualTo(1043);
    }

    @Test
    void knowsLessWithTheKnowledgeOfAnEarlierDay() {
        String coverage = "/api/v1/figures/professional-coverage?division=3310&asOf=";
        JsonNode today = http.json(coverage + "2023-06-30");
        JsonNode sameKnowledge = http.json(coverage + "2023-06-30&knownAt=2023-06-30");
        JsonNode foreseen = http.json(coverage + "2023-11-02&knownAt=2023-06-30");

        assertThat(sameKnowledge.get("numerator").asLong())
                .isEqualTo(today.get("numerator").asLong());
        assertThat(foreseen.get("denominator").asLong())
                .isEqualTo(today.get("denominator").asLong())
                .isLessThan(1215);
        assertThat(foreseen.get("numerator").asLong()).isLessThan(1043);
    }

    @Test
    void servesMoreThanTwoMillionResidents() {
        JsonNode residents = http.json("/api/v1/figures/residents?division=3310&asOf=2023-11-02");

        assertThat(residents.get("numerator").asLong()).isBetween(2_000_000L, 2_200_000L);
    }

    @Test
    void understandsTheLongFormOfACode() {
        assertThat(http.json("/api/v1/figures/communities?division=331000&asOf=2023-11-02")
                        .get("numerator")
                        .asLong())
                .isEqualTo(1215);
    }

    @ParameterizedTest(name = "{0} answers {1}")
    @CsvSource({
        "/api/v1/figures/no-such-figure, 404",
        "/api/v1/figures/communities?division=44, 404",
        "/api/v1/figures/communities?division=abc, 404",
        "/api/v1/figures/communities?asOf=2023-02-30, 400",
        "/api/v1/figures/communities?asOf=2999-01-01, 400",
        "/api/v1/figures/communities?knownAt=%2B1000000000-12-31T23:59:59Z, 400",
        "/api/v1/figures/companies-registered/rows?after=a%00, 400",
        "/figures/communities?after=%00, 400",
        "/figures/no-such-figure, 404",
        "/figures?division=110101, 404"
    })
    void refusesWhatIsNoQuestion(String path, int status) {
        assertThat(http.get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void exportsExactlyTheRowsShown() throws IOException {
        byte[] sheet = http.bytes("/figures/base-registration/rows.xlsx?division=3310&asOf=2023-11-02&part=incomplete");

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(1 + 986 - 897);
        }
    }

    @Test
    void listsEveryFigureWithItsDefinition() {
        JsonNode list = http.json("/api/v1/figures");

        assertThat(list.size()).isGreaterThanOrEqualTo(6);
        list.forEach(figure -> {
            assertThat(figure.get("how").asString()).isNotBlank();
            assertThat(figure.get("howEn").asString()).isNotBlank();
            assertThat(http.get(figure.get("href").asString() + "?asOf=2023-11-02")
                            .statusCode())
                    .isEqualTo(200);
        });
    }
}
