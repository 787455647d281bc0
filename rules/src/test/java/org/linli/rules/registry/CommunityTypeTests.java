package org.linli.rules.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityTypeTests {
    @ParameterizedTest
    @EnumSource
    void itsOwnWordIsUnderstood(CommunityType type) {
        assertThat(CommunityType.ofText(type.chinese())).contains(type);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "商住, MIXED",
        "商住楼, MIXED",
        "商住混合, MIXED",
        "商品房, COMMODITY",
        "商品住宅, COMMODITY",
        "商品房小区, COMMODITY",
        "保障房, AFFORDABLE",
        "经济适用房, AFFORDABLE",
        "公租房, AFFORDABLE",
        "安置房, RESETTLEMENT",
        "拆迁安置, RESETTLEMENT",
        "拆迁安置小区, RESETTLEMENT",
        "老旧小区, OLD",
        "老小区, OLD",
        "' 老旧 小区　', OLD",
        "房改房, REFORMED",
        "公房, REFORMED",
        "安置（房）, RESETTLEMENT"
    })
    void otherWordsAreUnderstood(String text, CommunityType type) {
        assertThat(CommunityType.ofText(text)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "小区", "别墅", "/", "商品房、安置房"})
    void unknownWordsAreNotGuessed(String text) {
        assertThat(CommunityType.ofText(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"COMMODITY, 商品房", "AFFORDABLE, 保障房", "REFORMED, 房改房", "RESETTLEMENT, 安置房", "OLD, 老旧小区", "MIXED, 商住"})
    void hasAChineseWord(CommunityType type, String chinese) {
        assertThat(type.chinese()).isEqualTo(chinese);
    }
}
