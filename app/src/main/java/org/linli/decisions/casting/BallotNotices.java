package org.linli.decisions.casting;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.OwnersToday;
import org.linli.decisions.roll.Rolls;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.messages.Message;
import org.linli.platform.messages.Messages;
import org.linli.platform.postgres.GenericPlans;
import org.linli.platform.scope.RowScope;
import org.linli.registry.OwnerContacts;
import org.linli.registry.claims.Claims;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells every owner and co-owner of today of a home that a ballot was cast for it, on the phone of the register and to the accounts
 * with a claim, the voter's own among them. Of a rehearsal nobody is told. It reads ballots by their place in the record, beside the
 * requests that cast them; after a fault it goes on where it was.
 */
@Component
class BallotNotices {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Ballots ballots;
    private final Votes votes;
    private final Rolls rolls;
    private final OwnerContacts contacts;
    private final Claims claims;
    private final Messages messages;
    private final TransactionTemplate transaction;

    BallotNotices(
            JdbcClient jdbc,
            Ballots ballots,
            Votes votes,
            Rolls rolls,
            OwnerContacts contacts,
            Claims claims,
            Messages messages,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.ballots = ballots;
        this.votes = votes;
        this.rolls = rolls;
        this.contacts = contacts;
        this.claims = claims;
        this.messages = messages;
        this.transaction = transaction;
    }

    @Component
    static class Job {
        @Bean
        RecurringTask<Void> ballotNotices(BallotNotices notices) {
            return Tasks.recurring(TaskDescriptor.of("ballot-notices"), FixedDelay.of(PAUSE))
                    .execute((instance, context) -> notices.tell());
        }
    }

    private record Behind(long community, int vote, long told) {
        VoteId id() {
            return new VoteId(new CommunityId(community), vote);
        }
    }

    /** Tells of every ballot not yet told of. What fails for one vote keeps no other from being told, and is thrown at the end. */
    void tell() {
        List<Behind> behind = jdbc.sql("""
                select b.community_id community, b.vote_no vote, coalesce(w.told_leaf, -1) told
                from (select community_id, vote_no, max(leaf_no) last from linli.ballot group by community_id, vote_no) b
                left join linli.ballot_watch w using (community_id, vote_no)
                where b.last > coalesce(w.told_leaf, -1)
                """).query(Behind.class).list();
        List<RuntimeException> failures = new ArrayList<>();
        for (Behind vote : behind) {
            try {
                transaction.executeWithoutResult(status -> tell(vote));
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private void tell(Behind behind) {
        GenericPlans.untilCommit(jdbc);
        Vote vote = votes.find(behind.id(), RowScope.everything()).orElseThrow();
        FrozenRoll roll = rolls.current(vote.id());
        List<Ballots.Line> cast = ballots.listAfter(vote.id(), behind.told);
        if (!vote.rehearsal()) {
            Map<String, OwnersToday> owners = rolls.owners(
                    vote.id(),
                    cast.stream()
                            .flatMap(ballot -> roll.find(ballot.entry()).stream())
                            .distinct()
                            .toList());
            for (Ballots.Line ballot : cast) {
                OwnersToday told = owners.get(ballot.entry());
                if (told != null) {
                    tell(vote, told.all(), ballot);
                }
            }
        }
        jdbc.sql("""
                insert into linli.ballot_watch (community_id, vote_no, told_leaf) values (:community, :vote, :leaf)
                on conflict (community_id, vote_no) do update set told_leaf = excluded.told_leaf
                """)
                .param("community", behind.community)
                .param("vote", behind.vote)
                .param("leaf", cast.getLast().leafNo())
                .update();
    }

    private void tell(Vote vote, SortedSet<Integer> owners, Ballots.Line ballot) {
        String subject = "您家已投票 A ballot was cast for your home";
        String body = "【邻里】“" + vote.terms().title() + "”：您名下房屋已有一张表决票投入（" + channel(ballot.channel())
                + "，记录第 " + ballot.leafNo() + " 号）。不是您或共有人所投？请在“我的家”点“不是我”，或联系社区。"
                + " A ballot was cast for your home in this vote (leaf " + ballot.leafNo()
                + " of the record). Not you? Say so under My home, or at the community office.";
        CommunityId community = vote.id().community();
        Set<Long> accounts = new TreeSet<>();
        for (int owner : owners) {
            contacts.send(community, owner, subject, body);
            accounts.addAll(claims.accountsOf(community, owner));
        }
        if (ballot.channel() == CastRequest.Channel.PHONE && ballot.account() != null) {
            accounts.add(ballot.account());
        }
        accounts.forEach(account -> messages.send(Message.toAccount(account, subject, body)));
    }

    private static String channel(CastRequest.Channel channel) {
        return switch (channel) {
            case PHONE -> "线上";
            case PAPER -> "纸质";
            case ASSISTED -> "助老投票";
            case PROXY -> "委托";
        };
    }
}
