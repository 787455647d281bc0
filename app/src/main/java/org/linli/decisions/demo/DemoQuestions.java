package org.linli.decisions.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.rules.decisions.matters.Matter;

/** What invented communities decide. */
final class DemoQuestions {

    private static final List<DecisionItem> PLAIN = List.of(
            plain(Matter.COVENANT, "是否通过《管理规约》修订稿？"),
            plain(Matter.RULES_OF_PROCEDURE, "是否通过《业主大会议事规则》修订稿？"),
            plain(Matter.COMMON_REVENUE, "是否将公共收益余额用于更换门禁？"),
            plain(Matter.FUND_USE, "是否使用维修资金更新二次供水水泵？"),
            plain(Matter.CHANGE_OF_USE, "是否在北门空地设置电动自行车充电棚？"),
            plain(Matter.FEE_STANDARD, "是否将物业服务费调整为每平方米每月 0.95 元？"),
            plain(Matter.COMMITTEE_FUNDS, "是否通过业主委员会年度工作经费？"));

    private DemoQuestions() {}

    /**
     * The questions of one vote.
     *
     * @param turn another number gives other questions
     * @param elects whether it begins with the election of a committee
     */
    static List<DecisionItem> of(int turn, boolean elects, int count) {
        List<DecisionItem> items = new ArrayList<>();
        if (elects) {
            items.add(election());
        } else if (turn % 3 == 0) {
            items.add(company());
        }
        for (int i = 0; items.size() < count; i++) {
            items.add(PLAIN.get((turn + i) % PLAIN.size()));
        }
        return IntStream.range(0, items.size())
                .mapToObj(i -> numbered(items.get(i), i + 1))
                .toList();
    }

    private static DecisionItem numbered(DecisionItem item, int number) {
        return new DecisionItem(
                number,
                1,
                item.matter(),
                item.kind(),
                item.wording(),
                item.explanation(),
                item.seats(),
                item.byElection(),
                item.buildings(),
                item.options(),
                item.annexes());
    }

    private static DecisionItem plain(Matter matter, String wording) {
        return new DecisionItem(
                1, 1, matter, DecisionKind.YES_NO, wording, "", 1, false, List.of(), List.of(), List.of());
    }

    private static DecisionItem election() {
        return new DecisionItem(
                1,
                1,
                Matter.COMMITTEE,
                DecisionKind.ELECTION,
                "选举业主委员会委员（5 名）",
                "",
                5,
                false,
                List.of(),
                options("林候选", "陈候选", "黄候选", "王候选", "郑候选", "徐候选"),
                List.of());
    }

    private static DecisionItem company() {
        return new DecisionItem(
                1,
                1,
                Matter.PROPERTY_COMPANY,
                DecisionKind.CHOICE,
                "选聘哪一家物业服务企业？",
                "",
                1,
                false,
                List.of(),
                options("甲方案：每平方米每月 0.85 元，三年", "乙方案：每平方米每月 1.10 元，三年"),
                List.of());
    }

    private static List<DecisionItem.Option> options(String... labels) {
        return IntStream.range(0, labels.length)
                .mapToObj(i -> new DecisionItem.Option(i + 1, labels[i], "", null, null, ""))
                .toList();
    }
}
