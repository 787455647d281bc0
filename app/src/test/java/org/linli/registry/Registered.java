package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.rules.codes.CreditCode;

/** Communities and companies that tests register themselves, from the day after the published figures on. */
public final class Registered {

    /** The demo's first business day. */
    public static final LocalDate DAY = LocalDate.of(2023, 11, 3);

    public static final RowScope CITY = new RowScope("3310%", new Long[0]);
    public static final RowScope JIAOJIANG = new RowScope("331002%", new Long[0]);
    public static final RowScope HUANGYAN = new RowScope("331003%", new Long[0]);
    public static final Clerk CLERK = new Clerk(1, "测试员", CITY, true);

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private Registered() {}

    /** A name that no other test uses. */
    public static String name() {
        return "试验苑" + NEXT.getAndIncrement() + "号";
    }

    public static Map<String, String> typed(String name) {
        Map<String, String> typed = new HashMap<>();
        typed.put("name", name);
        typed.put("division_code", "331002002001");
        typed.put("address", "试验路1号");
        typed.put("type", "COMMODITY");
        typed.put("year_built", "2001");
        typed.put("gfa_dm2", "12345.67");
        typed.put("buildings", "6");
        typed.put("households", "240");
        typed.put("residents", "700");
        typed.put("data_source", "测试");
        return typed;
    }

    public static CommunityBase base(Divisions divisions, Map<String, String> typed) {
        Fields fields = new Fields(typed);
        CommunityBase base = CommunityBase.read(fields, divisions);
        if (!fields.isSound()) {
            throw new IllegalArgumentException(fields.refused().toString());
        }
        return base;
    }

    public static CommunityId community(Communities communities, Divisions divisions) {
        return id(communities.register(base(divisions, typed(name())), DAY, "测试", CLERK));
    }

    public static CommunityId id(Outcome outcome) {
        return new CommunityId(Long.parseLong(key(outcome)));
    }

    /** @throws IllegalArgumentException if nothing was stored */
    public static String key(Outcome outcome) {
        if (outcome instanceof Outcome.Stored(String key)) {
            return key;
        }
        throw new IllegalArgumentException(outcome.toString());
    }

    /** A sound credit code that no other test uses. */
    public static String companyCode() {
        return CreditCode.complete("91331002", "T" + String.format("%07d", NEXT.getAndIncrement()));
    }

    public static String company(Companies companies, Divisions divisions) {
        Fields fields = new Fields(
                Map.of("name", "试验物业" + NEXT.getAndIncrement(), "division_code", "331002", "filed_on", DAY.toString()));
        return key(companies.register(companyCode(), CompanyBase.read(fields, divisions), "测试", CLERK));
    }

    public static Map<String, String> terms(String company, LocalDate from) {
        Map<String, String> typed = new HashMap<>();
        typed.put("company_code", company);
        typed.put("kind", "PROFESSIONAL");
        typed.put("item.CLEANING", "on");
        typed.put("item.ORDER", "on");
        typed.put("contract_from", from.toString());
        typed.put("contract_to", from.plusYears(3).minusDays(1).toString());
        typed.put("fee_text", "多层 0.80 / 高层 1.60");
        return typed;
    }

    /** A contract without its document, for what asks only for its days. */
    public static void sign(Engagements engagements, CommunityId id, Map<String, String> terms) {
        key(engagements.sign(id, read(terms), "签约", CLERK));
    }

    /** The start of the contract just signed. */
    public static void start(Engagements engagements, CommunityId id) {
        key(engagements.confirmStart(id, 1, 1, DAY, "查验", CLERK));
    }

    public static EngagementTerms read(Map<String, String> typed) {
        Fields fields = new Fields(typed);
        EngagementTerms terms = EngagementTerms.read(fields);
        if (!fields.isSound()) {
            throw new IllegalArgumentException(fields.refused().toString());
        }
        return terms;
    }

    /** That an act was refused, first of all for this reason. */
    public static void assertRefused(Outcome outcome, String reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.errors().getFirst().key()).isEqualTo("registry.refused." + reason));
    }
}
