package org.linli.decisions.witness;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
 * Sends the latest public head of each open record to the committee's members and the street: when it opens, once a day, and when it
 * is closed. The message holds the head whole, so that its receiver needs nothing from us to prove a rewrite.
 *
 * <p>Source: domain reference h.3, witnesses; once a day is our own default [D].
 */
@Service
public class HeadWitnesses {

    /** Records that opened, have a public head, and whose close nobody was told of. */
    private static final String WATCHED = """
            select h.community_id community, h.record_no number,
                   exists (select 1 from linli.ledger_leaf l
                            where l.community_id = h.community_id and l.record_no = h.record_no and l.kind = 'CLOSE'
                              and l.leaf_no < h.size) closed,
                   (select max(w.told_on) from linli.head_witness w
                     where w.community_id = h.community_id and w.vote_no = h.record_no) told
            from (select community_id, record_no, max(size) size from linli.public_head group by community_id, record_no) h
            where exists (select 1 from linli.ledger_leaf l
                           where l.community_id = h.community_id and l.record_no = h.record_no and l.kind = 'OPEN'
                             and l.leaf_no < h.size)
              and not exists (select 1 from linli.head_witness w
                               where w.community_id = h.community_id and w.vote_no = h.record_no and w.occasion = 'CLOSE')
            order by h.community_id, h.record_no
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

    /** When witnesses are sent a head. */
    public enum Occasion {
        OPEN,
        DAILY,
        CLOSE
    }

    /** @param told the day of the last message, null when there was none */
    private record Watched(
            long community,
            int number,
            boolean closed,
            @Nullable LocalDate told) {
        VoteId id() {
            return new VoteId(new CommunityId(community), number);
        }

        Optional<Occasion> due(LocalDate today) {
            if (told == null) {
                return Optional.of(Occasion.OPEN);
            }
            if (closed) {
                return Optional.of(Occasion.CLOSE);
            }
            return told.isBefore(today) ? Optional.of(Occasion.DAILY) : Optional.empty();
        }
    }

    /** Sends what is due; a second node, or a second run, sends nothing twice. */
    public void tellAll() {
        for (Watched watched : jdbc.sql(WATCHED).query(Watched.class).list()) {
            // Asked first: between two messages, which is nearly always, there is no vote to be read.
            watched.due(time.today())
                    .ifPresent(due -> votes.find(watched.id(), RowScope.everything())
                            .filter(found -> !found.rehearsal())
                            .ifPresent(vote -> transaction.executeWithoutResult(status -> tell(vote, due))));
        }
    }

    private void tell(Vote vote, Occasion occasion) {
        List<SignedHead> seen = heads.of(vote).heads();
        Set<Long> accounts = accounts(vote);
        if (seen.isEmpty() || !note(vote, occasion, seen.getLast().size(), accounts.size())) {
            return;
        }
        SignedHead last = seen.getLast();
        String file = new String(heads.with(vote, List.of(last)).bytes(), StandardCharsets.UTF_8);
        String subject = texts.t("witness.subject." + occasion);
        String body = texts.t(
                "witness.body",
                vote.communityName(),
                vote.terms().title(),
                Long.toString(last.size()),
                last.root().toString(),
                portal.baseUrl() + "/api/v1/votes/" + vote.id() + "/heads.json",
                file);
        accounts.forEach(account -> messages.send(Message.toAccount(account, subject, body)));
    }

    /** Members of the committee, and the street. */
    private Set<Long> accounts(Vote vote) {
        Set<Long> accounts = new TreeSet<>();
        people.listHolders(Role.COMMITTEE, new Scope.OfCommunity(vote.id().community()))
                .forEach(account -> accounts.add(account.value()));
        new DivisionCode(vote.division())
                .at(DivisionLevel.STREET)
                .ifPresent(street -> people.listHolders(Role.STREET, new Scope.OfDivision(street))
                        .forEach(account -> accounts.add(account.value())));
        return accounts;
    }

    private boolean note(Vote vote, Occasion occasion, long size, int accounts) {
        return jdbc.sql("""
                insert into linli.head_witness (community_id, vote_no, told_on, occasion, size, told_at, accounts)
                values (:community, :vote, :day, :occasion, :size, :at, :accounts)
                on conflict do nothing
                """)
                        .param("community", vote.id().community().value())
                        .param("vote", vote.id().number())
                        .param("day", time.today())
                        .param("occasion", occasion.name())
                        .param("size", size)
                        .param("at", time.now().atOffset(ZoneOffset.UTC))
                        .param("accounts", accounts)
                        .update()
                == 1;
    }
}
