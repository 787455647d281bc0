package org.linli.decisions.counting;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.Answer.Kind;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.rules.decisions.matters.Matter;
import org.springframework.context.ApplicationContext;

/** A counted and witnessed vote with one decision of each kind, for tests that look at its pages. */
public final class CountedVotes {

    private static final AtomicInteger PHONES = new AtomicInteger(710_000_000);

    private CountedVotes() {}

    /** Leaves the business time at the day after the close; the caller restores it. */
    public static Vote ofEachKind(ApplicationContext context, VoteFixtures fixtures) {
        CommunityId community = Homestead.of(context, 1).id();
        Vote open = fixtures.aVote(community)
                .asking(
                        VoteFixtures.yesNo(1, Matter.COVENANT, "是否同意修改管理规约？"),
                        VoteFixtures.choice(2, "甲物业服务有限公司", "乙物业服务有限公司"),
                        VoteFixtures.election(3, 5, "张三", "李四", "王五", "赵六", "钱七", "孙八"))
                .open();
        fixtures.today(VoteFixtures.LAST_DAY.plusDays(1));
        CountSamples box = new CountSamples();
        box.answering(130, 1_040_000, Answer.of(Kind.AGREE), Answer.option(1), Answer.marks(Set.of(1, 2, 3, 4, 5)))
                .answering(60, 480_000, Answer.of(Kind.OPPOSE), Answer.option(2), Answer.marks(Set.of(1, 2, 6)))
                .answering(20, 160_000, Answer.of(Kind.ABSTAIN), Answer.of(Kind.ABSTAIN), Answer.marks(Set.of(3)))
                .heads(90, 720_000, null);
        context.getBean(PlantedBallots.class).plant(open.id(), box);
        Vote closed = fixtures.step(open, VoteState.CLOSED);
        Counting counting = context.getBean(Counting.class);
        counting.count(closed, new Votes.By("测试员", 1L));
        counting.sign(closed, 1, staff(context, Role.COMMUNITY_WORKER));
        counting.sign(closed, 1, staff(context, Role.STREET));
        return fixtures.get(closed.id());
    }

    private static Viewer staff(ApplicationContext context, Role role) {
        long account = context.getBean(People.class).createPhoneUser("见证人", "+8613" + PHONES.incrementAndGet(), false);
        return new Viewer(account, "见证人", 0, role, new Scope.OfDivision(new DivisionCode("331002002")), "");
    }
}
