package org.linli.decisions.witness;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes;
import org.linli.ledger.SignedHead;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.messages.Message;
import org.linli.platform.messages.Messages;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends each public head of a record to the committee's members and the street as soon as it is made. The message holds the head
 * whole, so that its receiver needs nothing from us to prove a rewrite; all heads of a vote are one thread.
 *
 * <p>Source: domain reference h.3, witnesses.
 */
@Service
public class HeadWitnesses {

    /** Records that opened and have a public head that no witness was sent. */
    private static final String BEHIND = """
            select p.community_id community, p.record_no number, coalesce(w.size, 0) told
            from (select community_id, record_no, max(size) size from linli.public_head group by community_id, record_no) p
            left join (select community_id, vote_no, max(size) size from linli.head_witness group by community_id, vote_no) w
              on w.community_id = p.community_id and w.vote_no = p.record_no
            where p.size > coalesce(w.size, 0)
              and exists (select 1 from linli.ledger_leaf l
                           where l.community_id = p.community_id and l.record_no = p.record_no and l.kind = 'OPEN'
                             and l.leaf_no < p.size)
            order by p.community_id, p.record_no
            """;

    private static final String CLOSED_AT = """
            select leaf_no from linli.ledger_leaf
            where community_id = :community and record_no = :vote and kind = 'CLOSE'
            """;

    private final JdbcClient jdbc;
    private final Votes votes;
    private final SeenHeads heads;
    private final People people;
    private final Messages messages;
    private final Texts texts;
    private final Portal portal;
    private final TransactionTemplate transaction;
    private final BusinessTime time;

    HeadWitnesses(
            JdbcClient jdbc,
            Votes votes,
            SeenHeads heads,
            People people,
            Messages messages,
            MessageSource source,
            Portal portal,
            TransactionTemplate transaction,
            BusinessTime time) {
        this.jdbc = jdbc;
        this.votes = votes;
        this.heads = heads;
        this.people = people;
        this.messages = messages;
        this.texts = new Texts(source, Locale.SIMPLIFIED_CHINESE);
        this.portal = portal;
        this.transaction = transaction;
        this.time = time;
    }

    /** @param told size of the last head that was sent, 0 when none was */
    private record Behind(long community, int number, long told) {
        VoteId id() {
            return new VoteId(new CommunityId(community), number);
        }
    }

    /** Sends what was not sent yet; a second node, or a second run, sends nothing twice. A rehearsal has no witnesses. */
    public void tellAll() {
        for (Behind behind : jdbc.sql(BEHIND).query(Behind.class).list()) {
            votes.find(behind.id(), RowScope.everything())
                    .ifPresent(vote -> transaction.executeWithoutResult(status -> tell(vote, behind.told)));
        }
    }

    private void tell(Vote vote, long told) {
        Set<Long> accounts = vote.rehearsal() ? Set.of() : accounts(vote);
        long closedAt = closedAt(vote.id());
        long before = told;
        for (SignedHead head : heads.of(vote).heads()) {
            if (head.size() > before && note(vote, head.size(), accounts.size())) {
                boolean closes = before <= closedAt && closedAt < head.size();
                String occasion = closes ? "CLOSE" : before == 0 ? "OPEN" : "NEXT";
                String subject = texts.t("witness.subject." + occasion);
                String body = body(vote, head);
                accounts.forEach(account ->
                        messages.send(Message.toAccount(account, subject, body).in("heads:" + vote.id())));
                before = head.size();
            }
        }
    }

    private String body(Vote vote, SignedHead head) {
        return texts.t(
                "witness.body",
                vote.communityName(),
                vote.terms().title(),
                Long.toString(head.size()),
                head.root().toString(),
                portal.baseUrl() + "/api/v1/votes/" + vote.id() + "/heads.json",
                new String(heads.with(vote, List.of(head)).bytes(), StandardCharsets.UTF_8));
    }

    /** Place of the leaf that closes the record, beyond every head while it is open. */
    private long closedAt(VoteId id) {
        return jdbc.sql(CLOSED_AT)
                .param("community", id.community().value())
                .param("vote", id.number())
                .query(Long.class)
                .optional()
                .orElse(Long.MAX_VALUE);
    }

    /** Members of the committee, or of the body that stands in for it, and the street. */
    private Set<Long> accounts(Vote vote) {
        Set<Long> accounts = new TreeSet<>();
        for (Role role : List.of(Role.COMMITTEE, Role.PMC)) {
            people.listHolders(role, new Scope.OfCommunity(vote.id().community()))
                    .forEach(account -> accounts.add(account.value()));
        }
        new DivisionCode(vote.division())
                .at(DivisionLevel.STREET)
                .ifPresent(street -> people.listHolders(Role.STREET, new Scope.OfDivision(street))
                        .forEach(account -> accounts.add(account.value())));
        return accounts;
    }

    private boolean note(Vote vote, long size, int accounts) {
        return jdbc.sql("""
                insert into linli.head_witness (community_id, vote_no, size, told_at, accounts)
                values (:community, :vote, :size, :at, :accounts)
                on conflict do nothing
                """)
                        .param("community", vote.id().community().value())
                        .param("vote", vote.id().number())
                        .param("size", size)
                        .param("at", time.now().atOffset(ZoneOffset.UTC))
                        .param("accounts", accounts)
                        .update()
                == 1;
    }
}
