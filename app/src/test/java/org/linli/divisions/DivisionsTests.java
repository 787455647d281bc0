package org.linli.divisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.people.People;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LinliTest
class DivisionsTests {

    private static final String HEADER = "code,name,parent,level\n";

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Autowired
    Divisions divisions;

    @Autowired
    DivisionCommand command;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @Test
    void holdsTheWholeTreeOfTaizhou() {
        DivisionCode taizhou = new DivisionCode("3310");

        assertThat(divisions.listWithin(taizhou, DivisionLevel.COUNTY)).hasSize(9);
        assertThat(divisions.listWithin(taizhou, DivisionLevel.STREET)).hasSize(136);
        assertThat(divisions.listWithin(taizhou, DivisionLevel.NEIGHBOURHOOD)).hasSize(3429);
        assertThat(divisions.fullName(new DivisionCode("331002002013"))).isEqualTo("椒江区白云街道界牌社区");
    }

    @Test
    void findsByNameAndByPinyin() {
        DivisionCode taizhou = new DivisionCode("3310");

        assertThat(divisions.search(taizhou, "baiyun", 5))
                .extracting(Division::name)
                .contains("白云街道");
        assertThat(divisions.search(taizhou, "白云", 5))
                .extracting(Division::name)
                .contains("白云街道");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "3310, 3310",
        "331000, 3310",
        "331000000000, 3310",
        "331002, 331002",
        "331002000000, 331002",
        "331002002, 331002002",
        "331002002000, 331002002",
        "331002002013, 331002002013",
        "33, 33"
    })
    void readsTheLongFormsOfACode(String text, String code) {
        assertThat(DivisionCode.parse(text)).contains(new DivisionCode(code));
    }

    @ParameterizedTest(name = "{0} is no code")
    @CsvSource({"3", "331", "33100", "3310020", "abc", "''", "33100200201x"})
    void refusesWhatIsNoCode(String text) {
        assertThat(DivisionCode.parse(text)).isEmpty();
    }

    @Test
    void loadsAnotherCityAndLoadsItTwiceWithoutHarm() throws IOException {
        String file = HEADER + "98,试验省,,PROVINCE\n9801,试验市,98,CITY\n980101,试验区,9801,COUNTY\n";

        Divisions.Loaded first = divisions.load(new StringReader(file), rows -> {});
        Divisions.Loaded again = divisions.load(new StringReader(file.replace("试验区", "新试验区")), rows -> {});

        assertThat(first).isEqualTo(new Divisions.Loaded(3, 3, 0));
        assertThat(again).isEqualTo(new Divisions.Loaded(3, 0, 1));
        assertThat(divisions.find("980101").orElseThrow().name()).isEqualTo("新试验区");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'code;name;parent;level\n' | HEADER",
                "'code,name,parent,level\n97,试验省,,PROVINCE\n9701,试验市,96,CITY\n' | TREE",
                "'code,name,parent,level\n97,试验省,,CITY\n' | TREE",
                "'code,name,parent,level\n97,,,PROVINCE\n' | SHAPE",
                "'code,name,parent,level\n971,试验,97,CITY\n' | SHAPE",
                "'code,name,parent,level\n97,甲,,PROVINCE\n97,乙,,PROVINCE\n' | TWICE",
                "'code,name,parent,level\n9701,试验市,97,CITY\n' | NO_PARENT"
            })
    void refusesAFileWithAnyProblemWhole(String file, DivisionFileRefused.Kind kind) {
        assertThatThrownBy(() -> divisions.load(new StringReader(file), rows -> {}))
                .isInstanceOfSatisfying(
                        DivisionFileRefused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(DivisionFileRefused.Problem::kind)
                                .isEqualTo(List.of(kind)));
        assertThat(divisions.find("97")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"UTF-8", "GB18030", "UTF-16LE"})
    void readsAFileInTheEncodingItWasWrittenIn(String charset) throws IOException {
        String mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";
        List<String> said = new ArrayList<>();

        int exit = command.run(file(mark + HEADER + "96,编码省,,PROVINCE\n", charset), said::add);

        assertThat(exit).isZero();
        assertThat(said).singleElement().asString().startsWith("Divisions read: 1, new: ");
        assertThat(divisions.find("96").orElseThrow().name()).isEqualTo("编码省");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "'code,name,parent,level\n97,试验省,,CITY\n', '  Line 2: parent or level do not fit the code: 97,试验省,,CITY'",
        "'code,name\n', '  Line 1: the header should be code,name,parent,level but is code,name'",
        "'', '  the header should be code,name,parent,level but is '"
    })
    void theCommandSaysInWordsWhyNothingWasStored(String text, String words) throws IOException {
        List<String> said = new ArrayList<>();

        int exit = command.run(file(text, "UTF-8"), said::add);

        assertThat(exit).isEqualTo(2);
        assertThat(said).containsExactly("Nothing was stored. The file has problems:", words);
        assertThat(divisions.find("97")).isEmpty();
    }

    @Test
    void thePageLoadsAFileAndSaysHowMuchWasNew() throws IOException {
        try (Visitor http = city()) {
            String page = http.upload(
                            "/divisions",
                            "ignored",
                            "",
                            file(HEADER + "95,页面省,,PROVINCE\n9501,页面市,95,CITY\n", "GB18030"))
                    .body();

            assertThat(page).contains("读取 2 条，新增 2 条，改名 0 条。");
            assertThat(divisions.find("9501").orElseThrow().name()).isEqualTo("页面市");
        }
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "zh, 'code,name,parent,level\n97,,,PROVINCE\n', UTF-8, 不是四列，或代码位数不对，或名称为空",
        "zh, 'code,name,parent,level\n97,试验省,,PROVINCE\n', UTF-32, 文件不是 UTF-8 或 GB18030 编码的文本",
        "en, 'code,name,parent,level\n97,试验省,,PROVINCE\n', UTF-32, The file is no text in UTF-8 or GB18030"
    })
    void thePageSaysWhatIsWrongWithAFileAndStoresNothing(String language, String text, String charset, String words)
            throws IOException {
        try (Visitor http = city()) {
            http.get("/language?to=" + language);
            http.get("/divisions");

            assertThat(http.upload("/divisions", "ignored", "", file(text, charset))
                            .body())
                    .contains("role=\"alert\"")
                    .contains(words);
            assertThat(divisions.find("97")).isEmpty();
        }
    }

    private Visitor city() {
        StaffMember clerk = new StaffMember(people, time, Role.CITY, new Scope.OfDivision(new DivisionCode("3310")));
        Visitor http = clerk.signedIn(port);
        http.get("/divisions");
        return http;
    }

    private Path file(String text, String charset) throws IOException {
        return Files.write(folder.resolve("divisions.csv"), text.getBytes(Charset.forName(charset)));
    }
}
