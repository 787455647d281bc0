package org.linli.divisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

@LinliTest
class DivisionsTests {

    private static final String HEADER = "code,name,parent,level\n";

    @Autowired
    Divisions divisions;

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
}
