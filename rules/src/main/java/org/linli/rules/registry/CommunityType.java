package org.linli.rules.registry;

import java.util.List;
import java.util.Optional;
import org.linli.rules.intake.Texts;

/** Nature of a residential community. Source: domain reference g.1 [D]; the other words are those of street sheets. */
public enum CommunityType {
    /** 商品房: built for the market. */
    COMMODITY("商品房", "商品房", "商品住宅", "商品住房", "普通商品房", "普通住宅", "住宅"),
    /** 保障房: built for households in need. */
    AFFORDABLE("保障房", "保障房", "保障性住房", "保障住房", "经济适用房", "经适房", "公租房", "公共租赁住房", "廉租房", "人才房"),
    /** 房改房: former housing of employers, sold to its tenants. */
    REFORMED("房改房", "房改房", "公房", "单位房", "集资房", "房改"),
    /** 安置房: built for people whose houses were taken. */
    RESETTLEMENT("安置房", "安置房", "拆迁安置", "拆迁安置房", "安置", "拆迁房", "回迁房"),
    /** 老旧小区: old, often without management. */
    OLD("老旧小区", "老旧小区", "老小区", "旧小区", "老旧"),
    /** 商住: dwellings and shops or offices in one. */
    MIXED("商住", "商住", "商住楼", "商住混合", "商住两用", "商住综合");

    private final String chinese;
    private final List<String> words;

    CommunityType(String chinese, String... words) {
        this.chinese = chinese;
        this.words = List.of(words);
    }

    /** The word for the type in sheets and on pages. */
    public String chinese() {
        return chinese;
    }

    /** The type a street office means; brackets, spaces and a final 小区 do not matter. Empty if the word is unknown. */
    public static Optional<CommunityType> ofText(String text) {
        String word = Texts.normalise(text).replaceAll("[ ()]", "");
        for (CommunityType type : values()) {
            if (type.words.contains(word) || type.words.contains(withoutCommunity(word))) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static String withoutCommunity(String word) {
        return word.endsWith("小区") ? word.substring(0, word.length() - "小区".length()) : word;
    }
}
