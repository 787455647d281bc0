package org.linli.registry.city;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.linli.figures.AsOf;
import org.linli.platform.web.RequestMemo;
import org.linli.registry.city.CityHistory.CommunityVersion;
import org.linli.registry.city.CityHistory.EngagementVersion;
import org.linli.rules.coverage.EngagementOn;
import org.linli.rules.coverage.ServiceKind;
import org.linli.rules.registry.CommunityType;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The city on any day, with today's knowledge or an earlier instant's.
 *
 * <p>The rows are read once per state of the registry and kept; each request asks only whether the state has moved on
 * ({@code registry_revision}), so that several nodes agree. The rule runs in Java, where it can be read.
 */
@Component
public class City {

    private static final String REVISION = "city.revision";
    private static final int INSTANTS_KEPT = 4;
    private static final String KNOWN =
            "recorded_at <= :knownAt and (superseded_at is null or superseded_at > :knownAt)";
    /** Later than anything recorded: today's knowledge. */
    public static final Instant NOW = Instant.parse("9999-01-01T00:00:00Z");

    private static final Loaded NOTHING = new Loaded(-1, new CityHistory(List.of(), Map.of()));

    private final JdbcClient jdbc;
    private volatile Loaded loaded = NOTHING;
    private final Map<Instant, Loaded> earlier = new ConcurrentHashMap<>();

    City(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public CityDay on(AsOf asOf) {
        return asOf.knownAt().map(this::knownAt).orElseGet(this::now).on(asOf.day());
    }

    public CityDay on(LocalDate day) {
        return now().on(day);
    }

    /** Tells all nodes that the registry has changed; part of the changing transaction. */
    public void changed() {
        forgetIfRolledBack();
        RequestMemo.forget(REVISION);
        jdbc.sql("update linli.registry_revision set revision = revision + 1").update();
    }

    /**
     * Whoever reads the city inside a changing transaction sees rows that may never be stored, under a revision that
     * another change will then use again: after a rollback nothing of it may be remembered.
     */
    private void forgetIfRolledBack() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    RequestMemo.forget(REVISION);
                    synchronized (City.this) {
                        loaded = NOTHING;
                        earlier.clear();
                    }
                }
            }
        });
    }

    private long revision() {
        return RequestMemo.of(
                REVISION,
                () -> jdbc.sql("select revision from linli.registry_revision")
                        .query(Long.class)
                        .single());
    }

    private CityHistory now() {
        long revision = revision();
        Loaded present = loaded;
        if (present.revision != revision) {
            synchronized (this) {
                if (loaded.revision != revision) {
                    loaded = new Loaded(revision, load(NOW));
                }
                present = loaded;
            }
        }
        return present.history;
    }

    /** What was known then never changes for an instant in the past, unless something is recorded with an earlier date. */
    private CityHistory knownAt(Instant instant) {
        long revision = revision();
        if (earlier.size() > INSTANTS_KEPT) {
            earlier.clear();
        }
        return earlier.compute(
                        instant,
                        (at, known) ->
                                known != null && known.revision == revision ? known : new Loaded(revision, load(at)))
                .history;
    }

    private CityHistory load(Instant knownAt) {
        List<CommunityVersion> communities = jdbc.sql("""
                with recursive dropped as (
                    select d.kept_id kept, d.community_id, d.names, 1 step from linli.community_duplicate d
                     where d.recorded_at <= :knownAt
                    union all
                    select o.kept, d.community_id, d.names, o.step + 1
                      from dropped o join linli.community_duplicate d on d.kept_id = o.community_id
                     where d.recorded_at <= :knownAt and o.step < 20)
                select v.community_id, v.valid_from, v.valid_to, c.code, v.name, v.alias, v.pinyin, v.division_code,
                       v.address, v.type, v.year_built, v.gfa_dm2, v.buildings, v.households, v.residents,
                       v.verified_on, v.longitude_e6, v.latitude_e6,
                       (select string_agg(x.code, ' ') from linli.community_external_code x
                         where x.community_id = v.community_id and x.recorded_at <= :knownAt
                           and (x.superseded_at is null or x.superseded_at > :knownAt)) external,
                       o.names dropped,
                       s.name || ' ' || s.pinyin street
                from linli.community_version v
                join linli.community c using (community_id)
                join linli.division s on s.code = left(v.division_code, 9)
                left join (select kept, string_agg(names, ' ') names from dropped group by kept) o on o.kept = v.community_id
                where %s
                """.formatted(KNOWN))
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(COMMUNITY)
                .list();
        Map<Long, List<EngagementVersion>> engagements = new HashMap<>();
        jdbc.sql("""
                select e.community_id, e.valid_from, e.valid_to, e.kind, e.service_mask, e.contract_from, e.contract_to,
                       e.continuing, e.service_start_on, e.trial_end_on, coalesce(k.code_valid or exists (
                           select 1 from linli.company_code_confirmation a where a.company_code = e.company_code
                              and a.confirmed_at <= :knownAt
                              and (a.taken_back_at is null or a.taken_back_at > :knownAt)), true) company_valid,
                       coalesce((select n.name from linli.company_version n
                                  where n.company_code = e.company_code and n.recorded_at <= :knownAt
                                    and (n.superseded_at is null or n.superseded_at > :knownAt)
                                  order by n.valid_from desc limit 1), '') company
                from linli.engagement_version e left join linli.company k using (company_code)
                where %s
                """.formatted(KNOWN))
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    engagements
                            .computeIfAbsent(row.getLong("community_id"), id -> new ArrayList<>(2))
                            .add(new EngagementVersion(
                                    new Span(date(row, "valid_from"), findDate(row, "valid_to")),
                                    row.getString("company"),
                                    new EngagementOn(
                                            ServiceKind.valueOf(row.getString("kind")),
                                            row.getInt("service_mask"),
                                            date(row, "contract_from"),
                                            findDate(row, "contract_to"),
                                            row.getBoolean("continuing"),
                                            findDate(row, "service_start_on"),
                                            findDate(row, "trial_end_on"),
                                            row.getBoolean("company_valid"))));
                });
        return new CityHistory(communities, engagements);
    }

    private static final RowMapper<CommunityVersion> COMMUNITY = (row, n) -> {
        @Nullable String type = row.getString("type");
        String searchable = String.join(
                        " ",
                        row.getString("name"),
                        text(row.getString("alias")),
                        row.getString("code"),
                        text(row.getString("external")),
                        text(row.getString("dropped")),
                        text(row.getString("address")),
                        row.getString("street"),
                        row.getString("pinyin"))
                .toLowerCase(java.util.Locale.ROOT);
        return new CommunityVersion(
                row.getLong("community_id"),
                new Span(date(row, "valid_from"), findDate(row, "valid_to")),
                row.getString("code"),
                row.getString("name"),
                row.getString("division_code"),
                searchable,
                row.getString("address"),
                type == null ? null : CommunityType.valueOf(type),
                row.getObject("year_built", Integer.class),
                row.getObject("gfa_dm2", Long.class),
                row.getObject("buildings", Integer.class),
                row.getObject("households", Integer.class),
                row.getObject("residents", Integer.class),
                findDate(row, "verified_on"),
                row.getObject("longitude_e6", Integer.class),
                row.getObject("latitude_e6", Integer.class));
    };

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static LocalDate date(java.sql.ResultSet row, String column) throws java.sql.SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable LocalDate findDate(java.sql.ResultSet row, String column) throws java.sql.SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private record Loaded(long revision, CityHistory history) {}
}
