package org.linli.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A community whose owners have proved their homes and are signed in, each on a phone of their own. */
final class SignedInOwners {

    private static final LocalDate SINCE = LocalDate.of(2023, 9, 12);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int CLIENTS = 16;

    private final Installation linli;
    private final CommunityId community;
    private final List<Long> accounts;

    private SignedInOwners(Installation linli, CommunityId community, List<Long> accounts) {
        this.linli = linli;
        this.community = community;
        this.accounts = accounts;
    }

    static SignedInOwners of(Installation linli, int owners, Consumer<String> progress) {
        CommunityId community = BigCommunity.of(linli, owners, progress);
        progress.accept("Giving " + owners + " owners accounts and proved homes");
        People people = linli.bean(People.class);
        List<Long> accounts = new ArrayList<>();
        for (int i = 0; i < owners; i++) {
            long account = people.createPhoneUser("业主" + i, "+86137" + String.format("%08d", i), true);
            people.grantUnchecked(account, Role.OWNER, new Scope.OfCommunity(community), SINCE);
            accounts.add(account);
        }
        linli.bean(TransactionTemplate.class).executeWithoutResult(status -> claim(linli, community, accounts));
        return new SignedInOwners(linli, community, accounts);
    }

    CommunityId id() {
        return community;
    }

    private static void claim(Installation linli, CommunityId community, List<Long> accounts) {
        JdbcClient jdbc = linli.bean(JdbcClient.class);
        PersonalData personal = linli.bean(PersonalData.class);
        Long[] numbers = accounts.toArray(Long[]::new);
        jdbc.sql("""
                insert into linli.ownership_claim
                    (community_id, claim_no, home_no, account_id, assurance, claimed_name, opened_at)
                select :community, :first + n, :first + n - 1, account, 'C', :name, timestamptz '2023-09-12T01:20:00Z'
                from unnest(cast(:accounts as bigint[])) with ordinality made (account, n)
                """)
                .param("community", community.value())
                .param("first", BigCommunity.FIRST_NUMBER)
                .param("name", personal.encrypt("bench"))
                .param("accounts", numbers)
                .update();
        jdbc.sql("""
                insert into linli.ownership_claim_act
                    (community_id, claim_no, act_no, state, owner_no, by_name, reason, at)
                select community_id, claim_no, 1, 'CONFIRMED', home_no, 'bench', :reason, opened_at
                from linli.ownership_claim where community_id = :community and claim_no > :first
                """)
                .param("community", community.value())
                .param("first", BigCommunity.FIRST_NUMBER)
                .param("reason", personal.encrypt(""))
                .update();
    }

    /** One owner's phone. @param csrf that every form of the session accepts */
    record Owner(String cookies, String csrf) {

        byte[] get(String path) {
            return Wire.get(path, cookies);
        }

        /** The same phone with what a page asked it to keep as well. @param more cookies as {@link Wire.Answer} has them, or nothing */
        Owner with(String more) {
            return more.isEmpty() ? this : new Owner(cookies + "; " + more, csrf);
        }

        byte[] post(String path, String form) {
            return Wire.post(path, cookies, form);
        }

        byte[] nothing() {
            return post("/bench/nothing", "_csrf=" + csrf + "&d1=AGREE");
        }
    }

    /** A fresh session for each: a ballot asks for one, or for a code. */
    List<Owner> signIn() throws InterruptedException {
        List<Owner> owners = Collections.synchronizedList(new ArrayList<>());
        new Crowd(linli.port(), CLIENTS)
                .rush(accounts.stream()
                        .map(account -> (Crowd.Act) wire -> owners.add(signIn(wire, account)))
                        .toList());
        return List.copyOf(owners);
    }

    private static Owner signIn(Wire wire, long account) throws IOException {
        Wire.Answer entered = wire.send(Wire.get("/bench/sign-in/" + account, "none=1"));
        String cookies = entered.cookies();
        Wire.Answer page = wire.send(Wire.get("/account", cookies));
        Matcher csrf = CSRF.matcher(page.body());
        if (!csrf.find()) {
            throw new IllegalStateException("account " + account + " is not signed in by " + entered + ": " + page);
        }
        return new Owner(cookies, csrf.group(1));
    }
}
