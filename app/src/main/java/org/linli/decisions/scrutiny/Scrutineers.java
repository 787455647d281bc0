package org.linli.decisions.scrutiny;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.scrutiny.ScrutinyResult.Problem;
import org.linli.people.Account;
import org.linli.people.AccountId;
import org.linli.people.People;
import org.linli.people.Phone;
import org.linli.people.SignIn;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Owners chosen for the checks of a vote's paper ballots, by the street or the committee, on record before they sit at a screen.
 *
 * <p>Source: domain reference h.3; who chooses them is our own default [D].
 */
@Service
public class Scrutineers {

    private final JdbcClient jdbc;
    private final SignIn signIn;
    private final People people;
    private final AccessLog log;
    private final BusinessTime time;

    Scrutineers(JdbcClient jdbc, SignIn signIn, People people, AccessLog log, BusinessTime time) {
        this.jdbc = jdbc;
        this.signIn = signIn;
        this.people = people;
        this.log = log;
        this.time = time;
    }

    /**
     * One of them.
     *
     * @param by who chose
     * @param role STREET or COMMITTEE
     */
    public record Chosen(long account, String by, Role role, Instant at) {}

    /** In the order in which they were chosen. */
    public List<Chosen> list(VoteId vote) {
        return jdbc.sql("""
                select account, by_name, by_role, chosen_at from linli.vote_scrutineer
                where community_id = :community and vote_no = :vote
                order by chosen_at, account
                """)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .query((row, n) -> new Chosen(
                        row.getLong("account"),
                        row.getString("by_name"),
                        Role.valueOf(row.getString("by_role")),
                        row.getObject("chosen_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The first character of a name, and stars. */
    public String maskedName(Chosen chosen) {
        String name =
                people.find(new AccountId(chosen.account())).map(Account::name).orElse("");
        return name.isEmpty() ? "*" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    boolean isChosen(VoteId vote, long account) {
        return list(vote).stream().anyMatch(chosen -> chosen.account() == account);
    }

    /** Chooses the owner with this phone; whoever was chosen before stays so. @param by of the street or the committee */
    @Transactional
    public ScrutinyResult choose(Vote vote, String phone, Viewer by) {
        if (vote.step(VoteState.NOTICED).isEmpty()) {
            return ScrutinyResult.refused(Problem.NOT_NOTICED);
        }
        Optional<Account> owner = Phone.parse(phone).stream()
                .flatMap(number -> signIn.listByPhone(number).stream())
                .filter(account -> isOwnerIn(vote, account))
                .findFirst();
        if (owner.isEmpty()) {
            return ScrutinyResult.refused(Problem.NO_OWNER);
        }
        long account = owner.get().id().value();
        insert(vote.id(), account, by);
        log.record(by, "scrutineer.choose", "vote", vote.id() + "/" + account, "");
        return new ScrutinyResult.Done(list(vote.id()).size());
    }

    private void insert(VoteId vote, long account, Viewer by) {
        jdbc.sql("""
                insert into linli.vote_scrutineer (community_id, vote_no, account, chosen_by, by_name, by_role, chosen_at)
                values (:community, :vote, :account, :by, :name, :role, :at)
                on conflict do nothing
                """)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .param("account", account)
                .param("by", by.accountId())
                .param("name", by.name())
                .param("role", by.role().name())
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean isOwnerIn(Vote vote, Account account) {
        return people.listHats(account.id()).stream()
                .anyMatch(hat -> hat.role() == Role.OWNER
                        && hat.scope().equals(new Scope.OfCommunity(vote.id().community())));
    }
}
