package org.linli.rules.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomTextTests {
    @ParameterizedTest(name = "{0} reads as {1}")
    @CsvSource({
        "3-2-501, 3|2|501",
        "３－２－５０１, 3|2|501",
        "3幢2单元501室, 3|2|501",
        "3号楼 2单元 501, 3|2|501",
        "a座501室, A||501",
        "3#2单元501, 3|2|501",
        "3栋2-501, 3|2|501",
        "2单元501号, |2|501",
        "501室, ||501",
        "3幢, 3||",
        "3/2/501, 3|2|501",
        "2—501, 2|501| 2||501 |2|501",
        "2 501, 2|501| 2||501 |2|501",
        "3 2 501, 3|2|501",
        "3 幢 2 单元 501 室, 3|2|501",
        "3　-　2-501, 3|2|501",
        "501, 501|| |501| ||501",
        "3楼501, 3|501| 3||501",
        "三幢二单元五〇一室, 三|二|五〇一 3|2|501",
        "三幢2单元五零一, 三|2|五零一 3|2|501",
        "十幢, 十|| 10||",
        "十二幢, 十二|| 12||",
        "二十幢, 二十|| 20||",
        "九十六幢, 九十六|| 96||",
        "一百零八室, ||一百零八 ||108",
        "百二十室, ||百二十 ||120",
        "百室, ||百 ||100",
        "四百三十七室, ||四百三十七 ||437"
    })
    void readsRooms(String text, String expected) {
        assertThat(RoomText.read(text).stream()
                        .map(room -> room.building() + "|" + room.unit() + "|" + room.room())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1幢, 1号楼, true",
        "1 幢, 1#, true",
        "a座, A幢, true",
        "１幢, 1栋, true",
        "1幢, 11幢, false",
        "幢, 楼, false",
        "东1幢, 1幢, false"
    })
    void namesOfABuildingAreComparedWithoutTheirWord(String one, String other, boolean same) {
        assertThat(RoomText.isSameLabel(one, other)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"''", "--", "1-2-3-4", "501室3幢", "幢"})
    void whatIsNoRoomHasNoReading(String text) {
        assertThat(RoomText.read(text)).isEmpty();
    }
}
