package org.linli.rules.intake;

import java.util.Map;
import java.util.Set;

/** The standing of the owners' committee as street offices write it. Source: own reading of street sheets [D]. */
public final class CommitteeText {
    private static final Map<CommitteeStanding, Set<String>> WORDS = Map.of(
            CommitteeStanding.COMMITTEE,
            Set.of("有", "是", "已成立", "业委会", "业主委员会", "有业委会", "已成立业委会"),
            CommitteeStanding.PMC,
            Set.of("物管会", "物业管理委员会", "有物管会", "已成立物管会"),
            CommitteeStanding.NONE,
            Set.of("无", "否", "没有", "暂无", "未成立", "尚未成立", "无业委会"),
            CommitteeStanding.PREPARING,
            Set.of("筹备中", "筹备", "正在筹备", "筹建中", "组建中"),
            CommitteeStanding.CHANGING,
            Set.of("换届中", "换届", "正在换届"));

    private CommitteeText() {}

    /** The standing. A word for none is a standing of its own; an empty cell or a stroke says nothing. */
    public static Reading<CommitteeStanding> read(String text) {
        String word = Texts.compact(text);
        for (Map.Entry<CommitteeStanding, Set<String>> words : WORDS.entrySet()) {
            if (words.getValue().contains(word)) {
                return new Reading.Value<>(words.getKey(), false, null);
            }
        }
        return Texts.saysNone(text)
                ? new Reading.Blank<>()
                : new Reading.Unreadable<>(IntakeProblem.UNKNOWN_WORD, null);
    }
}
