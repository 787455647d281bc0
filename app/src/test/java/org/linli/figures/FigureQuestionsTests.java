package org.linli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.LinliTest;
import org.linli.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Page, sheet and API answer the same question with the same rows, whatever it narrows, compares or pretends to know. */
@LinliTest
class FigureQuestionsTests {

    private static final Pattern ROWS = Pattern.compile("id=\"rows\">明细 ([\\d,]+) 条");
    private static final Pattern LINK = Pattern.compile("href=\"(/figures[^\"]*)\"");
    private static final Pattern CHART = Pattern.compile("data-values=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    private Visitor http;

    @BeforeEach
    void openHttp() {
        http = new Visitor(port);
    }

    @AfterEach
    void closeHttp() {
        http.close();
    }

    @ParameterizedTest(name = "{0} {1} since {3} as of {2}")
    @CsvSource({
        "companies-registered, joined, 2023-11-02, 2023-01-01",
        "companies-registered, left, 2023-01-01, 2023-11-02",
        "professional-coverage, joined, 2023-11-02, 2023-01-01",
        "professional-coverage, left, 2023-01-01, 2023-11-02"
    })
    void listsOnlyThoseWhoEnteredOrLeft(String figure, String part, String asOf, String since) throws IOException {
        String dates = "?division=3310&asOf=" + asOf + "&since=" + since;
        long moved = number(figure, "2023-11-02") - number(figure, "2023-01-01");

        String page = http.get("/figures/" + figure + dates + "&part=" + part).body();

        assertThat(moved).isPositive();
        assertThat(rowsOf(page)).isEqualTo(moved);
        assertThat(page).contains((part.equals("joined") ? "新增 " : "退出 ") + moved + "</a>");
        assertThat(http.json("/api/v1/figures/" + figure + "/rows" + dates + "&part=" + part)
                        .get("total")
                        .asLong())
                .isEqualTo(moved);
        assertThat(sheet(link(page, "rows.xlsx"))).hasSize((int) moved);
    }

    @Test
    void nobodyJoinsWhoWasThereBefore() {
        String rows =
                "/api/v1/figures/companies-registered/rows?division=3310&asOf=2023-11-02&since=2023-01-01&limit=500";
        List<String> before = keys(rows.replace("2023-11-02", "2023-01-01"));

        List<String> joined = keys(rows + "&part=joined");

        assertThat(before).isNotEmpty();
        assertThat(joined).isNotEmpty().doesNotContainAnyElementsOf(before);
        assertThat(keys(rows)).containsAll(joined).hasSize(before.size() + joined.size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"communities", "professional-coverage", "companies-registered"})
    void theSheetHoldsTheRowsOfThePageWithWhatWasKnownThen(String figure) throws IOException {
        String question = "/figures/" + figure + "?asOf=2023-11-02&knownAt=2023-06-30";
        String page = http.get(question).body();

        List<String> names = sheet(link(page, "rows.xlsx"));

        assertThat(names).hasSize((int) rowsOf(page));
        assertThat(names).hasSizeLessThan((int)
                rowsOf(http.get("/figures/" + figure + "?asOf=2023-11-02").body()));
        assertThat(names)
                .hasSize(http.json("/api/v1" + question.replace("?", "/rows?"))
                        .get("total")
                        .asInt());
    }

    @Test
    void everyLinkToAFigureAsksWithTheSameKnowledge() {
        String known = "knownAt=2023-06-30T15:59:59.999999Z";
        String figure = http.get("/figures/professional-coverage?asOf=2023-11-02&" + known)
                .body();
        String overview = http.get(link(figure, "/figures?")).body();

        assertThat(overview).contains("时已知的数据");
        assertThat(List.of(figure, overview)).allSatisfy(page -> {
            assertThat(links(page)).hasSizeGreaterThan(20);
            assertThat(links(page))
                    .filteredOn(link -> !link.contains("knownAt=2023-06-30T15"))
                    .hasSize(1);
            assertThat(page).contains("asOf=2023-11-02\">改用现在已知的数据");
        });
    }

    @Test
    void splitsEachDivisionIntoTheFiveStates() {
        String page = http.get("/figures/service-states?asOf=2023-11-02").body();

        assertThat(page)
                .containsSubsequence("按月走势", ">专业物业</th>", ">大物业片区</th>", ">自管</th>", ">兜底服务</th>", ">无物业</th>");
        for (JsonNode county : http.json("/api/v1/figures/service-states/divisions?asOf=2023-11-02")) {
            String code = county.get("division").asString();
            for (JsonNode part : county.get("parts")) {
                assertThat(page)
                        .contains("division=" + code + "&amp;asOf=2023-11-02&amp;part="
                                + part.get("key").asString() + "#rows\">"
                                + part.get("count").asLong() + "</a>");
            }
        }
    }

    @Test
    void stacksTheStatesOfEachMonth() {
        JsonNode chart = chart("/figures/service-states?asOf=2023-11-02");
        JsonNode months = http.json("/api/v1/figures/service-states/trend?asOf=2023-11-02");

        assertThat(chart.get("series")
                        .valueStream()
                        .map(part -> part.get("name").asString()))
                .containsExactly("专业物业", "大物业片区", "自管", "兜底服务", "无物业");
        assertThat(months.size()).isEqualTo(12);
        for (int month = 0; month < months.size(); month++) {
            long whole = 0;
            for (int part = 0; part < chart.get("series").size(); part++) {
                long drawn =
                        chart.get("series").get(part).get("values").get(month).asLong();
                whole += drawn;
                assertThat(drawn)
                        .isEqualTo(months.get(month)
                                .get("parts")
                                .get(part)
                                .get("count")
                                .asLong());
            }
            assertThat(whole).isEqualTo(months.get(month).get("numerator").asLong());
        }
    }

    @Test
    void tellsTheMonthsUpToTheDayItself() {
        JsonNode months = http.json("/api/v1/figures/professional-coverage/trend?division=3310&asOf=2023-11-02");
        JsonNode line = chart("/figures/professional-coverage?asOf=2023-11-02").get("points");

        assertThat(months.valueStream().map(month -> month.get("asOf").asString()))
                .startsWith("2022-12-31", "2023-01-31")
                .endsWith("2023-10-31", "2023-11-02");
        assertThat(months.get(0).get("denominator").asLong()).isEqualTo(1169);
        assertThat(months.get(0).get("percent").asString()).isEqualTo("72.2");
        assertThat(months.get(11).get("numerator").asLong()).isEqualTo(1043);
        assertThat(line.get(0).get("value").asString()).isEqualTo("72.2");
        for (int month = 0; month < months.size(); month++) {
            String day = months.get(month).get("asOf").asString();
            assertThat(months.get(month).get("numerator").asLong()).isEqualTo(number("professional-coverage", day));
            assertThat(line.get(month).get("label").asString()).isEqualTo(day);
        }
    }

    private JsonNode chart(String path) {
        Matcher values = CHART.matcher(http.get(path).body());
        assertThat(values.find()).isTrue();
        return JsonMapper.shared().readTree(HtmlUtils.htmlUnescape(values.group(1)));
    }

    private long number(String figure, String asOf) {
        return http.json("/api/v1/figures/" + figure + "?division=3310&asOf=" + asOf)
                .get("numerator")
                .asLong();
    }

    private List<String> keys(String path) {
        return http.json(path)
                .get("rows")
                .valueStream()
                .map(row -> row.get("key").asString())
                .toList();
    }

    private static long rowsOf(String page) {
        Matcher rows = ROWS.matcher(page);
        assertThat(rows.find()).isTrue();
        return Long.parseLong(rows.group(1).replace(",", ""));
    }

    private static String link(String page, String part) {
        return links(page).stream()
                .filter(link -> link.contains(part))
                .findFirst()
                .orElseThrow();
    }

    /** The links of a page's content that ask for a figure; the frame's own lead to today. */
    private static List<String> links(String page) {
        List<String> links = new ArrayList<>();
        Matcher found = LINK.matcher(page);
        while (found.find()) {
            String link = HtmlUtils.htmlUnescape(found.group(1));
            if (link.contains("?") && !link.contains("language")) {
                links.add(link);
            }
        }
        return links;
    }

    /** The first column of a sheet without its head. */
    private List<String> sheet(String link) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(http.bytes(link)))) {
            return workbook.getFirstSheet().read().stream()
                    .skip(1)
                    .map(row -> row.getCellText(0))
                    .toList();
        }
    }
}
