package org.linli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.settings.Portal;
import org.linli.platform.settings.Settings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Three owners of one community who proved their homes by papers in September, and somebody who has not begun. */
@Component
@Order(30)
class DemoClaims implements ApplicationRunner {

    private static final String MADE = "demo.claims";
    private static final String STREET = "331002002";
    private static final LocalDate SINCE = LocalDate.of(2023, 9, 12);
    private static final Instant HANDED_IN = Instant.parse("2023-09-05T02:10:00Z");
    private static final Instant SEEN = Instant.parse("2023-09-08T06:30:00Z");
    private static final Instant CONFIRMED = Instant.parse("2023-09-12T01:20:00Z");
    private static final List<String> OWNERS = List.of("业主甲（演示）", "业主乙（演示）", "业主丙（演示）");

    private final Portal portal;
    private final Settings settings;
    private final People people;
    private final PersonalData personal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemoClaims(
            Portal portal,
            Settings settings,
            People people,
            PersonalData personal,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.portal = portal;
        this.settings = settings;
        this.people = people;
        this.personal = personal;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (portal.demo() && settings.find(MADE).isEmpty()) {
            transaction.executeWithoutResult(status -> make());
        }
    }

    /** @param owner number on the register, a natural person */
    private record Home(int number, int owner) {}

    private void make() {
        long community = community();
        List<Home> homes = homes(community);
        for (int i = 0; i < OWNERS.size(); i++) {
            long account = people.createPhoneUser(OWNERS.get(i), "+8613900000" + String.format("%03d", i + 1), true);
            claim(community, i + 1, homes.get(i), account);
            people.grantUnchecked(account, Role.OWNER, new Scope.OfCommunity(new CommunityId(community)), SINCE);
        }
        people.createPhoneUser("新住户（演示）", "+8613900000009", true);
        settings.set(MADE, "1");
    }

    /** One that is served, with homes enough for a vote even in the thinned city. */
    private long community() {
        return jdbc.sql("""
                select p.community_id
                from linli.community_place p
                join linli.community_facts f using (community_id)
                where p.division_code like :street and f.homes >= 20
                  and exists (select 1 from linli.engagement_version e
                               where e.community_id = p.community_id and e.superseded_at is null and e.valid_to is null
                                 and e.kind = 'PROFESSIONAL' and e.service_start_on < date '2023-01-01')
                order by (p.division_code like :neighbourhood) desc, p.community_id
                limit 1
                """)
                .param("street", STREET + "%")
                .param("neighbourhood", STREET + "001%")
                .query(Long.class)
                .single();
    }

    private List<Home> homes(long community) {
        return jdbc.sql("""
                select min(o.home_no) number, o.owners[1] as owner
                from linli.ownership o
                join linli.owner w on w.community_id = o.community_id and w.owner_no = o.owners[1] and w.superseded_at is null
                where o.community_id = :community and o.superseded_at is null and o.valid_to is null and w.kind = 'PERSON'
                group by o.owners[1]
                order by 1
                limit :owners
                """)
                .param("community", community)
                .param("owners", OWNERS.size())
                .query(Home.class)
                .list();
    }

    private void claim(long community, int number, Home home, long account) {
        jdbc.sql("""
                insert into linli.ownership_claim
                    (community_id, claim_no, home_no, account_id, assurance, claimed_name, opened_at)
                select w.community_id, :number, :home, :account, 'C', w.name, :at from linli.owner w
                where w.community_id = :community and w.owner_no = :owner and w.superseded_at is null
                """)
                .param("community", community)
                .param("number", number)
                .param("home", home.number)
                .param("owner", home.owner)
                .param("account", account)
                .param("at", HANDED_IN.atOffset(ZoneOffset.UTC))
                .update();
        act(community, number, new Step("SUBMITTED", null, SINCE, HANDED_IN));
        act(community, number, new Step("SEEN", home.owner, SINCE.plusDays(3), SEEN));
        act(community, number, new Step("CONFIRMED", home.owner, null, CONFIRMED));
    }

    private record Step(
            String state,
            @org.jspecify.annotations.Nullable Integer owner,
            @org.jspecify.annotations.Nullable LocalDate due,
            Instant at) {}

    private void act(long community, int number, Step step) {
        jdbc.sql("""
                insert into linli.ownership_claim_act
                    (community_id, claim_no, act_no, state, owner_no, due_on, by_name, reason, at)
                select :community, :number, coalesce(max(act_no), 0) + 1, :state, cast(:owner as int), cast(:due as date), :by, :reason, :at
                from linli.ownership_claim_act where community_id = :community and claim_no = :number
                """)
                .param("community", community)
                .param("number", number)
                .param("state", step.state)
                .param("owner", step.owner)
                .param("due", step.due)
                .param("by", "演示数据")
                .param("reason", personal.encrypt(""))
                .param("at", step.at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
