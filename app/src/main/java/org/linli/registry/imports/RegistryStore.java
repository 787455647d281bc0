package org.linli.registry.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.text.Pinyin;
import org.linli.registry.CommunityBase;
import org.linli.registry.CommunityDetail;
import org.linli.rules.codes.CommunityCode;
import org.linli.rules.intake.FeeText;
import org.linli.rules.intake.FeeTier;
import org.linli.rules.intake.NameText;
import org.linli.rules.intake.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a sheet can touch, and writes versions: a row is superseded and written anew, never edited. */
@Repository
class RegistryStore {

    private static final Map<String, Column> COMMUNITY = Map.ofEntries(
            Map.entry("name", Column.COMMUNITY_NAME),
            Map.entry("alias", Column.ALIAS),
            Map.entry("address", Column.ADDRESS),
            Map.entry("type", Column.TYPE),
            Map.entry("year_built", Column.YEAR_BUILT),
            Map.entry("land_dm2", Column.LAND),
            Map.entry("gfa_dm2", Column.GFA),
            Map.entry("green_dm2", Column.GREEN),
            Map.entry("buildings", Column.BUILDINGS),
            Map.entry("households", Column.HOUSEHOLDS),
            Map.entry("residents", Column.RESIDENTS),
            Map.entry("lifts", Column.LIFTS),
            Map.entry("parking_places", Column.PARKING_PLACES),
            Map.entry("committee_standing", Column.COMMITTEE),
            Map.entry("contact_phone", Column.PHONE));
    private static final Map<String, Column> COMPANY = Map.of(
            "name", Column.COMPANY_NAME,
            "division_code", Column.COUNTY,
            "registered_place", Column.REGISTERED_PLACE,
            "registered_on", Column.REGISTERED_ON,
            "capital_fen", Column.CAPITAL,
            "staff_insured", Column.STAFF_INSURED,
            "managers", Column.MANAGERS,
            "filed_on", Column.FILED_ON);
    private static final Map<String, Column> ENGAGEMENT = Map.of(
            "company_code", Column.COMPANY_CODE,
            "kind", Column.TYPE,
            "service_mask", Column.SERVICES,
            "signed_on", Column.SIGNED_ON,
            "contract_from", Column.CONTRACT_FROM,
            "contract_to", Column.CONTRACT_TO,
            "service_start_on", Column.SERVICE_START,
            "fee_text", Column.FEE);

    private final JdbcClient jdbc;
    private final PersonalData personal;

    RegistryStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** A stretch of time in which one version is true. @param to first day it is no longer true */
    private record Stretch(
            int version, LocalDate from, @Nullable LocalDate to) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    private record Dated<T>(Stretch stretch, T value) {}

    /** What the registry knows inside a division on a day; a row of another time stands in where none is of that day. */
    Known known(DivisionCode within, LocalDate day) {
        Map<Long, List<Dated<Known.Community>>> communities = new HashMap<>();
        jdbc.sql("""
                select v.*, c.code, last_value(v.valid_to) over (partition by v.community_id order by v.valid_from
                           rows between unbounded preceding and unbounded following) ended_on
                from linli.community_version v join linli.community c using (community_id)
                where v.superseded_at is null and v.division_code like :prefix
                order by v.community_id, v.valid_from
                """).param("prefix", within.value() + "%").query(row -> {
            communities
                    .computeIfAbsent(row.getLong("community_id"), id -> new ArrayList<>())
                    .add(new Dated<>(
                            stretch(row),
                            new Known.Community(
                                    row.getLong("community_id"),
                                    row.getString("code"),
                                    row.getString("division_code"),
                                    facts(row, COMMUNITY),
                                    row.getObject("ended_on", LocalDate.class))));
        });
        return new Known(
                communities.values().stream().map(rows -> onDay(rows, day)).toList(), companies(), engagements(within));
    }

    private static <T> T onDay(List<Dated<T>> rows, LocalDate day) {
        Dated<T> best = rows.getFirst();
        for (Dated<T> row : rows) {
            if (!row.stretch().from().isAfter(day)) {
                best = row;
            }
        }
        return best.value();
    }

    private List<Known.Company> companies() {
        return jdbc.sql("""
                select distinct on (company_code) v.*, k.code_valid or exists (
                           select 1 from linli.company_code_confirmation a
                           where a.company_code = v.company_code and a.taken_back_at is null) confirmed
                from linli.company_version v join linli.company k using (company_code)
                where v.superseded_at is null order by company_code, v.valid_from desc
                """)
                .query((row, n) -> {
                    Map<Column, Object> facts = new EnumMap<>(Column.class);
                    facts.putAll(facts(row, COMPANY).values());
                    decrypted(facts, Column.LEGAL_PERSON, row.getBytes("legal_person"));
                    decrypted(facts, Column.PHONE, row.getBytes("contact_phone"));
                    return new Known.Company(
                            row.getString("company_code"),
                            new Facts(facts),
                            row.getBoolean("confirmed"),
                            row.getObject("valid_to", LocalDate.class));
                })
                .list();
    }

    private void decrypted(Map<Column, Object> facts, Column column, byte @Nullable [] sealed) {
        if (sealed != null) {
            facts.put(column, personal.decrypt(sealed));
        }
    }

    private Map<Long, List<Known.Engagement>> engagements(DivisionCode within) {
        Map<Long, List<Known.Engagement>> engagements = new HashMap<>();
        jdbc.sql("""
                select e.* from linli.engagement_version e
                where e.superseded_at is null and e.community_id in (
                    select v.community_id from linli.community_version v
                    where v.superseded_at is null and v.division_code like :prefix)
                order by e.community_id, e.valid_from
                """).param("prefix", within.value() + "%").query(row -> {
            engagements
                    .computeIfAbsent(row.getLong("community_id"), id -> new ArrayList<>(2))
                    .add(engagement(row));
        });
        return engagements;
    }

    List<Known.Engagement> engagements(long community) {
        return jdbc.sql("""
                select * from linli.engagement_version
                where community_id = :community and superseded_at is null order by valid_from
                """)
                .param("community", community)
                .query((row, n) -> engagement(row))
                .list();
    }

    private static Known.Engagement engagement(ResultSet row) throws SQLException {
        return new Known.Engagement(
                row.getInt("engagement_no"),
                row.getInt("version_no"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                facts(row, ENGAGEMENT));
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(
                row.getInt("version_no"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    private static Facts facts(ResultSet row, Map<String, Column> names) throws SQLException {
        Map<Column, Object> facts = new EnumMap<>(Column.class);
        for (Map.Entry<String, Column> name : names.entrySet()) {
            @Nullable Object value = row.getObject(name.getKey());
            if (value instanceof java.sql.Date day) {
                facts.put(name.getValue(), day.toLocalDate());
            } else if (value != null) {
                facts.put(name.getValue(), value);
            }
        }
        return new Facts(facts);
    }

    /** The sequence that the next community of a street gets; numbers are never used again. */
    int nextSequence(String street) {
        return jdbc.sql("""
                select coalesce(max(substr(code, 10, 4)::int), 0) + 1 from linli.community where code like :street
                """).param("street", street + "%").query(Integer.class).single();
    }

    long addCommunity(String street, int sequence, String division, Facts facts, Act act) {
        long id = jdbc.sql("insert into linli.community (code, created_at) values (:code, :at) returning community_id")
                .param("code", CommunityCode.of(street, sequence))
                .param("at", ImportStore.utc(act.at()))
                .query(Long.class)
                .single();
        putCommunity(id, 1, 0, division, facts, act.day(), null, act);
        return id;
    }

    void changeCommunity(Known.Community known, String division, Facts facts, Act act) {
        List<Stretch> rows = jdbc.sql("""
                select version_no, valid_from, valid_to from linli.community_version
                where community_id = :id and superseded_at is null order by valid_from
                """)
                .param("id", known.id())
                .query((row, n) -> stretch(row))
                .list();
        int next = jdbc.sql("select max(version_no) + 1 from linli.community_version where community_id = :id")
                .param("id", known.id())
                .query(Integer.class)
                .single();
        Stretch row = in(rows, act.day());
        jdbc.sql("""
                update linli.community_version set superseded_at = :at
                where community_id = :id and version_no = :version
                """)
                .param("at", ImportStore.utc(act.at()))
                .param("id", known.id())
                .param("version", row.version())
                .update();
        LocalDate from = row.from();
        if (row.contains(act.day()) && row.from().isBefore(act.day())) {
            jdbc.sql("""
                    insert into linli.community_version
                        (community_id, version_no, %1$s, valid_from, valid_to, recorded_at, recorded_by, act, reason)
                    select community_id, :next, %1$s, valid_from, :day, :at, :by, 'IMPORT', :reason
                    from linli.community_version where community_id = :id and version_no = :version
                    """.formatted(COMMUNITY_FACTS))
                    .param("id", known.id())
                    .param("next", next++)
                    .param("version", row.version())
                    .param("day", act.day())
                    .params(act.parameters())
                    .update();
            from = act.day();
        }
        putCommunity(known.id(), next, row.version(), division, facts, from, row.to(), act);
    }

    /** The row of the day, else the last before it, else the first. */
    private static Stretch in(List<Stretch> rows, LocalDate day) {
        Stretch best = rows.getFirst();
        for (Stretch row : rows) {
            if (!row.from().isAfter(day)) {
                best = row;
            }
        }
        return best;
    }

    private void putCommunity(
            long id,
            int version,
            int older,
            String division,
            Facts facts,
            LocalDate from,
            @Nullable LocalDate to,
            Act act) {
        String name = facts.text(Column.COMMUNITY_NAME);
        jdbc.sql("""
                insert into linli.community_version (community_id, version_no, name, name_key, alias, pinyin, division_code,
                    address, type, year_built, land_dm2, gfa_dm2, green_dm2, buildings, households, residents, lifts,
                    parking_places, longitude_e6, latitude_e6, committee_standing, contact_phone, data_source, verified_on,
                    verified_by, %s, valid_from, valid_to, recorded_at, recorded_by, act, reason)
                select :id, :version, :name, :nameKey, :alias, :pinyin, :division,
                    :address, :type, cast(:year as int), cast(:land as bigint), cast(:gfa as bigint), cast(:green as bigint),
                    cast(:buildings as int), cast(:households as int), cast(:residents as int), cast(:lifts as int),
                    cast(:parking as int), o.longitude_e6, o.latitude_e6, :committee, :phone, '街道填报', o.verified_on,
                    o.verified_by, %s, cast(:from as date), cast(:to as date), :at, :by, 'IMPORT', :reason
                from (select 1) one
                left join linli.community_version o on o.community_id = :id and o.version_no = :older
                """.formatted(DETAILS, DETAILS.replaceAll("(\\w+)", "o.$1")))
                .param("id", id)
                .param("version", version)
                .param("older", older)
                .param("name", name)
                .param("nameKey", NameText.key(name))
                .param("alias", facts.get(Column.ALIAS))
                .param("pinyin", Pinyin.searchable(name))
                .param("division", division)
                .param("address", facts.get(Column.ADDRESS))
                .param("type", facts.get(Column.TYPE))
                .param("year", facts.get(Column.YEAR_BUILT))
                .param("land", facts.get(Column.LAND))
                .param("gfa", facts.get(Column.GFA))
                .param("green", facts.get(Column.GREEN))
                .param("buildings", facts.get(Column.BUILDINGS))
                .param("households", facts.get(Column.HOUSEHOLDS))
                .param("residents", facts.get(Column.RESIDENTS))
                .param("lifts", facts.get(Column.LIFTS))
                .param("parking", facts.get(Column.PARKING_PLACES))
                .param("committee", facts.get(Column.COMMITTEE))
                .param("phone", facts.get(Column.PHONE))
                .param("from", from)
                .param("to", to)
                .params(act.parameters())
                .update();
    }

    void addCompany(RowPlan.CompanyPlan company, Act act) {
        jdbc.sql("""
                insert into linli.company (company_code, code_valid, created_at) values (:code, true, :at)
                on conflict (company_code) do nothing
                """)
                .param("code", company.code())
                .param("at", ImportStore.utc(act.at()))
                .update();
        // A company whose import was undone is there without a current version; its numbers go on.
        int version = jdbc.sql(
                        "select coalesce(max(version_no), 0) + 1 from linli.company_version where company_code = :code")
                .param("code", company.code())
                .query(Integer.class)
                .single();
        putCompany(company, version, 0, act.day(), null, act);
    }

    void changeCompany(RowPlan.CompanyPlan company, Act act) {
        List<Stretch> rows = jdbc.sql("""
                select version_no, valid_from, valid_to from linli.company_version
                where company_code = :code and superseded_at is null order by valid_from
                """)
                .param("code", company.code())
                .query((row, n) -> stretch(row))
                .list();
        int next = jdbc.sql("select max(version_no) + 1 from linli.company_version where company_code = :code")
                .param("code", company.code())
                .query(Integer.class)
                .single();
        Stretch row = rows.getLast();
        jdbc.sql(
                        "update linli.company_version set superseded_at = :at where company_code = :code and version_no = :version")
                .param("at", ImportStore.utc(act.at()))
                .param("code", company.code())
                .param("version", row.version())
                .update();
        LocalDate from = row.from();
        if (row.from().isBefore(act.day())) {
            jdbc.sql("""
                    insert into linli.company_version (company_code, version_no, name, pinyin, division_code, legal_person,
                        registered_place, registered_on, capital_fen, branch_address, contact_phone, staff_insured, managers,
                        party_organisation, filed_on, valid_from, valid_to, recorded_at, recorded_by, act, reason)
                    select company_code, :next, name, pinyin, division_code, legal_person,
                        registered_place, registered_on, capital_fen, branch_address, contact_phone, staff_insured, managers,
                        party_organisation, filed_on, valid_from, :day, :at, :by, 'IMPORT', :reason
                    from linli.company_version where company_code = :code and version_no = :version
                    """)
                    .param("code", company.code())
                    .param("next", next++)
                    .param("version", row.version())
                    .param("day", act.day())
                    .params(act.parameters())
                    .update();
            from = act.day();
        }
        putCompany(company, next, row.version(), from, row.to(), act);
    }

    private void putCompany(
            RowPlan.CompanyPlan company, int version, int older, LocalDate from, @Nullable LocalDate to, Act act) {
        Facts facts = company.facts();
        String name = facts.text(Column.COMPANY_NAME);
        jdbc.sql("""
                insert into linli.company_version (company_code, version_no, name, pinyin, division_code, legal_person,
                    registered_place, registered_on, capital_fen, branch_address, contact_phone, staff_insured, managers,
                    party_organisation, filed_on, valid_from, valid_to, recorded_at, recorded_by, act, reason)
                select :code, :version, :name, :pinyin, :county, cast(:person as bytea),
                    :place, cast(:registered as date), cast(:capital as bigint), o.branch_address, cast(:phone as bytea),
                    cast(:staff as int), cast(:managers as int), o.party_organisation, cast(:filed as date), cast(:from as date), cast(:to as date),
                    :at, :by, 'IMPORT', :reason
                from (select 1) one
                left join linli.company_version o on o.company_code = :code and o.version_no = :older
                """)
                .param("code", company.code())
                .param("version", version)
                .param("older", older)
                .param("name", name)
                .param("pinyin", Pinyin.searchable(name))
                .param("county", company.county())
                .param("person", sealed(facts, Column.LEGAL_PERSON), java.sql.Types.BINARY)
                .param("place", facts.get(Column.REGISTERED_PLACE))
                .param("registered", facts.get(Column.REGISTERED_ON))
                .param("capital", facts.get(Column.CAPITAL))
                .param("phone", sealed(facts, Column.PHONE), java.sql.Types.BINARY)
                .param("staff", facts.get(Column.STAFF_INSURED))
                .param("managers", facts.get(Column.MANAGERS))
                .param("filed", facts.get(Column.FILED_ON))
                .param("from", from)
                .param("to", to)
                .params(act.parameters())
                .update();
    }

    private byte @Nullable [] sealed(Facts facts, Column column) {
        return facts.get(column) == null ? null : personal.encrypt(facts.text(column));
    }

    void putEngagement(long community, EngagementStep.Put put, Act act) {
        Known.@Nullable Engagement old = put.replaced() != null ? put.replaced() : put.ended();
        LocalDate from = (LocalDate) Objects.requireNonNull(put.facts().get(Column.CONTRACT_FROM));
        @Nullable LocalDate to = null;
        if (old != null) {
            jdbc.sql("""
                    update linli.engagement_version set superseded_at = :at
                    where community_id = :id and engagement_no = :number and version_no = :version
                    """)
                    .param("at", ImportStore.utc(act.at()))
                    .param("id", community)
                    .param("number", old.number())
                    .param("version", old.version())
                    .update();
        }
        if (put.ended() != null) {
            end(community, put.ended(), from, act);
            to = put.ended().to();
        }
        if (put.replaced() != null) {
            from = put.replaced().from();
            to = put.replaced().to();
        }
        add(community, put, old, from, to, act);
    }

    /** The old engagement again, true until the day before the new one begins. */
    private void end(long community, Known.Engagement old, LocalDate day, Act act) {
        jdbc.sql("""
                insert into linli.engagement_version (community_id, engagement_no, version_no, company_code, kind, service_mask,
                    signed_on, contract_from, contract_to, continuing, service_start_on, start_evidence, start_confirmed_by,
                    trial_end_on, fee_text, fee_min_fen, valid_from, valid_to, recorded_at, recorded_by, act, reason)
                select community_id, engagement_no, :next, company_code, kind, service_mask,
                    signed_on, contract_from, contract_to, continuing, service_start_on, start_evidence, start_confirmed_by,
                    trial_end_on, fee_text, fee_min_fen, valid_from, :day, :at, :by, 'IMPORT', :reason
                from linli.engagement_version
                where community_id = :id and engagement_no = :number and version_no = :version
                """)
                .param("id", community)
                .param("number", old.number())
                .param("version", old.version())
                .param("next", nextVersion(community, old.number()))
                .param("day", day)
                .params(act.parameters())
                .update();
    }

    private int nextVersion(long community, int number) {
        return jdbc.sql("""
                select coalesce(max(version_no), 0) + 1 from linli.engagement_version
                where community_id = :id and engagement_no = :number
                """)
                .param("id", community)
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    private void add(
            long community,
            EngagementStep.Put put,
            Known.@Nullable Engagement old,
            LocalDate from,
            @Nullable LocalDate to,
            Act act) {
        Facts facts = put.facts();
        int older = old != null && old.number() == put.number() ? old.version() : 0;
        jdbc.sql("""
                insert into linli.engagement_version (community_id, engagement_no, version_no, company_code, kind, service_mask,
                    signed_on, contract_from, contract_to, continuing, service_start_on, start_evidence, start_confirmed_by,
                    trial_end_on, fee_text, fee_min_fen, valid_from, valid_to, recorded_at, recorded_by, act, reason)
                select :id, :number, :next, :company, :kind, :mask, cast(:signed as date), cast(:contractFrom as date),
                    cast(:contractTo as date), false, cast(:start as date),
                    case when cast(:start as date) is null then null
                         when o.service_start_on = cast(:start as date) then o.start_evidence else :evidence end,
                    case when cast(:start as date) is null then null
                         when o.service_start_on = cast(:start as date) then o.start_confirmed_by else :by end,
                    o.trial_end_on, :fee, cast(:feeMin as bigint), cast(:from as date), cast(:to as date),
                    :at, :by, 'IMPORT', :reason
                from (select 1) one
                left join linli.engagement_version o
                    on o.community_id = :id and o.engagement_no = :number and o.version_no = :older
                """)
                .param("id", community)
                .param("number", put.number())
                .param("next", nextVersion(community, put.number()))
                .param("older", older)
                .param("company", facts.get(Column.COMPANY_CODE))
                .param("kind", facts.get(Column.TYPE))
                .param("mask", facts.get(Column.SERVICES))
                .param("signed", facts.get(Column.SIGNED_ON))
                .param("contractFrom", facts.get(Column.CONTRACT_FROM))
                .param("contractTo", facts.get(Column.CONTRACT_TO))
                .param("start", facts.get(Column.SERVICE_START))
                .param("evidence", "街道填报，" + act.reason())
                .param("fee", facts.get(Column.FEE))
                .param("feeMin", lowestFen(facts.text(Column.FEE)))
                .param("from", from)
                .param("to", to)
                .params(act.parameters())
                .update();
    }

    private static @Nullable Long lowestFen(String fee) {
        return FeeText.read(fee) instanceof Reading.Value<List<FeeTier>>(List<FeeTier> tiers, boolean g, var note)
                ? tiers.stream().mapToLong(FeeTier::fen).min().orElseThrow()
                : null;
    }

    /** Supersedes what an import stored and makes true again what it superseded; nothing may stand on it. */
    void undo(Undo.Stored stored, Act act) {
        for (String table : List.of("community_version", "engagement_version", "company_version")) {
            boolean company = table.equals("company_version");
            jdbc.sql("update linli." + table + """
                     set superseded_at = :now
                    where recorded_at = :at and reason = :reason and superseded_at is null and\s"""
                            + (company ? "company_code = any(:companies)" : "community_id = any(:communities)"))
                    .param("now", ImportStore.utc(act.at()))
                    .params(stored.parameters())
                    .update();
        }
        restore("community_version", "community_id", "", COMMUNITY_REST, stored, act);
        restore("engagement_version", "community_id", "engagement_no", ENGAGEMENT_REST, stored, act);
        restore("company_version", "company_code", "", COMPANY_REST, stored, act);
    }

    /** Copies the rows that the import superseded, as current ones. @param sub a further key column, or empty */
    private void restore(String table, String key, String sub, String rest, Undo.Stored stored, Act act) {
        String keys = sub.isEmpty() ? "o." + key : "o." + key + ", o." + sub;
        String same = "m." + key + " = o." + key + (sub.isEmpty() ? "" : " and m." + sub + " = o." + sub);
        jdbc.sql("insert into linli." + table + " (" + keys.replace("o.", "") + ", version_no, " + rest
                        + ", recorded_at, recorded_by, act, reason) select " + keys
                        + ", (select max(m.version_no) from linli." + table + " m where " + same + ")"
                        + " + row_number() over (partition by " + keys + " order by o.valid_from), " + rest
                        + ", :now, :by, 'CORRECTION', :undo from linli." + table
                        + " o where o.superseded_at = :at and o."
                        + key + " = any(:" + (key.equals("company_code") ? "companies" : "communities") + ")")
                .param("now", ImportStore.utc(act.at()))
                .param("by", act.by())
                .param("undo", act.reason())
                .params(stored.parameters())
                .update();
    }

    /** What no sheet of a street says; an import leaves it as it is. */
    private static final String DETAILS = String.join(", ", CommunityDetail.COLUMNS);

    private static final String COMMUNITY_FACTS = String.join(", ", CommunityBase.COLUMNS);
    private static final String COMMUNITY_REST = COMMUNITY_FACTS + ", valid_from, valid_to";
    private static final String ENGAGEMENT_REST =
            "company_code, kind, service_mask, signed_on, contract_from, contract_to,"
                    + " continuing, service_start_on, start_evidence, start_confirmed_by, trial_end_on, fee_text, fee_min_fen,"
                    + " valid_from, valid_to";
    private static final String COMPANY_REST =
            "name, pinyin, division_code, legal_person, registered_place, registered_on,"
                    + " capital_fen, branch_address, contact_phone, staff_insured, managers, party_organisation, filed_on, valid_from,"
                    + " valid_to";

    /**
     * The act that every stored row names.
     *
     * @param at the one instant of the whole import
     * @param day first day of new facts
     * @param by who accepted it
     * @param reason names the import
     */
    record Act(Instant at, LocalDate day, String by, String reason) {
        Map<String, Object> parameters() {
            return Map.of("at", ImportStore.utc(at), "by", by, "reason", reason);
        }
    }
}
