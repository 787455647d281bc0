package org.linli.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.linli.demo.DemoCommunity.Contract;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.figures.Targets;
import org.linli.platform.home.Progress;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.postgres.Copy;
import org.linli.platform.settings.Portal;
import org.linli.platform.settings.Settings;
import org.linli.platform.text.Pinyin;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.city.City;
import org.linli.rules.codes.CreditCode;
import org.linli.rules.coverage.ServiceKind;
import org.linli.rules.intake.NameText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty demo installation with the synthetic city, all or nothing, by COPY. */
@Component
@Order(10)
class DemoLoader implements ApplicationRunner {

    static final String LOADED = "demo.loaded";

    private static final String CLERK = "演示数据";
    /** The demo's story begins the morning the figures were in the paper. */
    private static final Instant OPENING =
            LocalDate.of(2023, 11, 3).atTime(9, 0).atZone(BusinessTime.ZONE).toInstant();
    /** Everything in the demo was recorded before its as-of day ended. */
    private static final Instant LAST_RECORD = Instant.parse("2023-11-02T09:00:00Z");

    private final Portal portal;
    private final Settings settings;
    private final BusinessTime time;
    private final Divisions divisions;
    private final Targets targets;
    private final Copy copy;
    private final JdbcClient jdbc;
    private final City city;
    private final PersonalData personal;
    private final TransactionTemplate transaction;
    private final Progress progress;
    private final int thinning;

    DemoLoader(
            Portal portal,
            Settings settings,
            BusinessTime time,
            Divisions divisions,
            Targets targets,
            Copy copy,
            JdbcClient jdbc,
            City city,
            PersonalData personal,
            TransactionTemplate transaction,
            Progress progress,
            @Value("${linli.demo.thinning:1}") int thinning) {
        this.portal = portal;
        this.settings = settings;
        this.time = time;
        this.divisions = divisions;
        this.targets = targets;
        this.copy = copy;
        this.jdbc = jdbc;
        this.city = city;
        this.personal = personal;
        this.transaction = transaction;
        this.progress = progress;
        this.thinning = thinning;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!portal.demo() || settings.find(LOADED).isPresent()) {
            return;
        }
        long begin = System.nanoTime();
        transaction.executeWithoutResult(status -> load());
        startClock();
        progress.say("The demo city is loaded ("
                + Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s)");
    }

    private void startClock() {
        Duration offset = Duration.between(Clock.systemUTC().instant(), OPENING);
        String stored = settings.setOnce("time.business-offset", offset.toString());
        time.follow(Clock.offset(Clock.systemUTC(), Duration.parse(stored)));
    }

    private void load() {
        DemoNames names = new DemoNames();
        List<Division> streets = divisions.listWithin(portal.home(), DivisionLevel.STREET);
        Map<String, List<Division>> neighbourhoods = new HashMap<>();
        for (Division neighbourhood : divisions.listWithin(portal.home(), DivisionLevel.NEIGHBOURHOOD)) {
            neighbourhoods
                    .computeIfAbsent(neighbourhood.code().value().substring(0, 9), code -> new ArrayList<>())
                    .add(neighbourhood);
        }
        progress.say("Loading the demo city: communities and companies");
        List<DemoCommunity> communities = new DemoPlan(names, streets, neighbourhoods).communities();
        List<String> companies = companies(names, divisions.listWithin(portal.home(), DivisionLevel.COUNTY));
        communities(communities);
        contracts(communities, companies);
        targets();
        new DemoHomes(copy, jdbc, personal, progress, thinning).load(communities);
        settings.set(LOADED, "1");
        city.changed();
    }

    private List<String> companies(DemoNames names, List<Division> counties) {
        SplittableRandom random = new SplittableRandom(420);
        List<String> codes = new ArrayList<>();
        List<String> companyNames = new ArrayList<>();
        List<Division> seats = new ArrayList<>();
        for (int i = 0; i < DemoPlan.COMPANIES; i++) {
            Division county = DemoNames.pick(counties, random);
            seats.add(county);
            codes.add(CreditCode.complete("91" + county.code().value(), "DM" + String.format("%06d", i + 1)));
            companyNames.add(names.company(county.name(), random));
        }
        copy.into("linli.company", List.of("company_code", "code_valid", "created_at"), rows -> {
            for (String code : codes) {
                rows.row(code, true, "2019-01-01T00:00:00Z");
            }
        });
        copy.into(
                "linli.company_version",
                List.of(
                        "company_code",
                        "version_no",
                        "name",
                        "pinyin",
                        "division_code",
                        "legal_person",
                        "registered_place",
                        "registered_on",
                        "capital_fen",
                        "staff_insured",
                        "managers",
                        "filed_on",
                        "valid_from",
                        "recorded_at",
                        "recorded_by",
                        "act",
                        "reason"),
                rows -> {
                    for (int i = 0; i < codes.size(); i++) {
                        LocalDate registered =
                                LocalDate.of(2003 + random.nextInt(17), 1 + random.nextInt(12), 1 + random.nextInt(28));
                        LocalDate filed = i < 400
                                ? registered.plusDays(200L + random.nextInt(500))
                                : LocalDate.of(2023, 1 + random.nextInt(10), 1 + random.nextInt(28));
                        rows.row(
                                codes.get(i),
                                1,
                                companyNames.get(i),
                                Pinyin.searchable(companyNames.get(i)),
                                seats.get(i).code().value(),
                                personal.encrypt(names.person(random)),
                                seats.get(i).name(),
                                registered,
                                100_000_000L * (1 + random.nextInt(20)),
                                8 + random.nextInt(200),
                                1 + random.nextInt(9),
                                filed,
                                filed,
                                recorded(filed),
                                CLERK,
                                "IMPORT",
                                "演示数据");
                    }
                });
        return codes;
    }

    private void communities(List<DemoCommunity> communities) {
        copy.into("linli.community", List.of("community_id", "code", "created_at"), rows -> {
            for (DemoCommunity community : communities) {
                rows.row(community.id(), community.code(), recorded(community.registeredOn()));
            }
        });
        jdbc.sql("select setval(pg_get_serial_sequence('linli.community', 'community_id'), :last)")
                .param("last", communities.size())
                .query(Long.class)
                .single();
        copy.into(
                "linli.community_version",
                List.of(
                        "community_id",
                        "version_no",
                        "name",
                        "name_key",
                        "pinyin",
                        "division_code",
                        "address",
                        "type",
                        "year_built",
                        "gfa_dm2",
                        "buildings",
                        "households",
                        "residents",
                        "longitude_e6",
                        "latitude_e6",
                        "data_source",
                        "verified_on",
                        "verified_by",
                        "valid_from",
                        "valid_to",
                        "recorded_at",
                        "superseded_at",
                        "recorded_by",
                        "act",
                        "reason"),
                rows -> communities.forEach(community -> {
                    LocalDate verified = community.verifiedOn();
                    if (verified != null
                            && verified.isAfter(community.registeredOn().plusDays(1))) {
                        // As a change writes it: the open row is superseded by its truncated copy and the new row.
                        LocalDate registered = community.registeredOn();
                        version(
                                rows,
                                community,
                                1,
                                community.verifiedBefore(),
                                new Life(registered, null, registered, verified));
                        version(
                                rows,
                                community,
                                2,
                                community.verifiedBefore(),
                                new Life(registered, verified, verified, null));
                        version(rows, community, 3, verified, new Life(verified, null, verified, null));
                    } else {
                        version(rows, community, 1, verified, Life.open(community.registeredOn()));
                    }
                }));
    }

    private static void version(
            Copy.Rows rows, DemoCommunity community, int number, @Nullable LocalDate verifiedOn, Life life) {
        rows.row(
                community.id(),
                number,
                community.name(),
                NameText.key(community.name()),
                Pinyin.searchable(community.name()),
                community.division(),
                community.address(),
                community.type(),
                community.yearBuilt(),
                community.gfaDm2(),
                community.buildings(),
                community.households(),
                community.residents(),
                community.longitudeE6(),
                community.latitudeE6(),
                "街道填报（演示）",
                verifiedOn,
                verifiedOn == null ? null : "街道",
                life.from,
                life.to,
                recorded(life.recorded),
                life.superseded == null ? null : recorded(life.superseded),
                CLERK,
                number == 1 ? "IMPORT" : "CHANGE",
                number == 1 ? "登记入库" : "街道年度核实");
    }

    private void contracts(List<DemoCommunity> communities, List<String> companies) {
        copy.into(
                "linli.engagement_version",
                List.of(
                        "community_id",
                        "engagement_no",
                        "version_no",
                        "company_code",
                        "kind",
                        "service_mask",
                        "signed_on",
                        "contract_from",
                        "contract_to",
                        "continuing",
                        "service_start_on",
                        "start_evidence",
                        "start_confirmed_by",
                        "trial_end_on",
                        "fee_text",
                        "fee_min_fen",
                        "valid_from",
                        "valid_to",
                        "recorded_at",
                        "superseded_at",
                        "recorded_by",
                        "act",
                        "reason"),
                rows -> communities.forEach(community -> {
                    Map<Integer, Integer> versions = new HashMap<>();
                    for (Contract contract : community.contracts()) {
                        for (Life life : Life.of(contract.from(), contract.validTo())) {
                            int version = versions.merge(contract.engagementNo(), 1, Integer::sum);
                            contract(rows, community, contract, version, life, companies);
                        }
                    }
                }));
    }

    private static void contract(
            Copy.Rows rows,
            DemoCommunity community,
            Contract contract,
            int version,
            Life life,
            List<String> companies) {
        boolean started = contract.serviceStart() != null;
        rows.row(
                community.id(),
                contract.engagementNo(),
                version,
                contract.companyIndex() < 0 ? null : companies.get(contract.companyIndex()),
                contract.kind(),
                contract.serviceMask(),
                contract.kind() == ServiceKind.BASIC ? null : contract.from().minusDays(10),
                contract.from(),
                contract.to(),
                contract.continuing(),
                contract.serviceStart(),
                started ? "进场检查记录（演示）" : null,
                started ? "街道" : null,
                contract.trialEnd(),
                contract.feeFen() == 0
                        ? null
                        : String.format("%d.%02d", contract.feeFen() / 100, contract.feeFen() % 100),
                contract.feeFen() == 0 ? null : contract.feeFen(),
                life.from,
                life.to,
                recorded(life.recorded),
                life.superseded == null ? null : recorded(life.superseded),
                CLERK,
                version == 1 ? "IMPORT" : "CHANGE",
                version == 1 ? "合同备案" : "续签");
    }

    private void targets() {
        targets.set("professional-coverage", portal.home(), 2023, 8500, CLERK);
        targets.set("base-registration", portal.home(), 2023, 9000, CLERK);
        String source = "浙江信息网《我市试点“大物业”服务模式》";
        LocalDate published = LocalDate.of(2023, 11, 3);
        targets.note(
                "professional-coverage",
                portal.home(),
                new Targets.Published(DemoPlan.AS_OF, published, source, "专业物业服务覆盖率由年初的72.2%提升至85.8%，新增199个"));
        targets.note(
                "base-registration",
                portal.home(),
                new Targets.Published(DemoPlan.AS_OF, published, source, "登记小区897个，覆盖率达到91%"));
        targets.note(
                "companies-registered",
                portal.home(),
                new Targets.Published(DemoPlan.AS_OF, published, source, "登记企业420家"));
    }

    /** The two dates of a row: legal days, half open, and the days on which Linli began and ceased to hold it for true. */
    private record Life(
            LocalDate from,
            @Nullable LocalDate to,
            LocalDate recorded,
            @Nullable LocalDate superseded) {

        static Life open(LocalDate from) {
            return new Life(from, null, from, null);
        }

        /** What lasts still, or what lasted until a day and was held open until that day. */
        static List<Life> of(LocalDate from, @Nullable LocalDate to) {
            return to == null
                    ? List.of(open(from))
                    : List.of(new Life(from, null, from, to), new Life(from, to, to, null));
        }
    }

    /** Recorded the evening it became true, at the latest on the last day of the demo's past. */
    static OffsetDateTime recorded(LocalDate day) {
        Instant evening =
                day.atTime(LocalTime.of(17, 30)).atZone(BusinessTime.ZONE).toInstant();
        return (evening.isAfter(LAST_RECORD) ? LAST_RECORD : evening).atOffset(ZoneOffset.UTC);
    }
}
