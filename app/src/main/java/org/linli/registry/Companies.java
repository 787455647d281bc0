package org.linli.registry;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.RowScope;
import org.linli.platform.text.Pinyin;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.DatedRows.Shape;
import org.linli.registry.city.City;
import org.linli.rules.codes.CodeProblem;
import org.linli.rules.codes.CreditCode;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of companies. They are reference rows: every business role may read them, and whoever governs part of a
 * company's county may write them.
 */
@Service
public class Companies {

    private static final String SERVED = """
            linli.engagement_version t join linli.community_version v using (community_id)
            where t.company_code = :code and t.superseded_at is null
              and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day)
              and v.superseded_at is null and v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day)
            """;

    private final JdbcClient jdbc;
    private final DatedRows rows;
    private final Reach reach;
    private final City city;
    private final PersonalData personal;
    private final BusinessTime time;

    Companies(JdbcClient jdbc, Reach reach, City city, PersonalData personal, BusinessTime time) {
        this.jdbc = jdbc;
        this.rows = new DatedRows(
                jdbc, new Shape("linli.company_version", List.of("company_code"), CompanyBase.COLUMNS, true, false));
        this.reach = reach;
        this.city = city;
        this.personal = personal;
        this.time = time;
    }

    public boolean exists(CompanyCode code) {
        return jdbc.sql("select true from linli.company where company_code = :code")
                .param("code", code.value())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** The newest names of companies by their codes, as known at the question's instant. */
    Map<String, String> names(List<String> codes, AsOf asOf) {
        return jdbc
                .sql("""
                select distinct on (company_code) company_code, name from linli.company_version
                where company_code = any(:codes)
                  and recorded_at <= :knownAt and (superseded_at is null or superseded_at > :knownAt)
                order by company_code, valid_from desc
                """)
                .param("codes", codes.toArray(String[]::new))
                .param("knownAt", asOf.knownAt().orElse(City.NOW).atOffset(ZoneOffset.UTC))
                .query((row, n) -> Map.entry(row.getString("company_code"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Optional<CompanyFile> find(CompanyCode code, AsOf asOf) {
        List<DatedRow> known = asOf.knownAt()
                .map(at -> rows.known(key(code), at, RowScope.nothing()))
                .orElseGet(() -> rows.current(key(code), RowScope.nothing()));
        return known.stream()
                .filter(row -> row.contains(asOf.day()))
                .findFirst()
                .map(row -> file(code, row));
    }

    /** The file as it was last, of a company that may have left. */
    public Optional<CompanyFile> findLast(CompanyCode code) {
        List<DatedRow> known = current(code);
        return known.isEmpty() ? Optional.empty() : Optional.of(file(code, known.getLast()));
    }

    DatedRows rows() {
        return rows;
    }

    List<DatedRow> current(CompanyCode code) {
        return rows.current(key(code), RowScope.nothing());
    }

    /**
     * Whether service to this last day, null for one without end, would go on after the company has left. Nobody records its
     * leaving until the transaction ends.
     */
    boolean leavesBefore(CompanyCode code, @Nullable LocalDate lastDay) {
        reach.lock("company " + code);
        List<DatedRow> known = current(code);
        LocalDate gone = known.isEmpty() ? null : known.getLast().to();
        return gone != null && (lastDay == null || !lastDay.isBefore(gone));
    }

    /** Whether a contract that begins on the day finds the company there no longer. */
    public boolean hasLeft(CompanyCode code, LocalDate day) {
        List<DatedRow> known = current(code);
        LocalDate to = known.isEmpty() ? null : known.getLast().to();
        return to != null && !day.isBefore(to);
    }

    /** What one version of the file says, as long as it is held for true. */
    public Optional<CompanyFile> findVersion(CompanyCode code, int version) {
        return rows.current(key(code), RowScope.nothing()).stream()
                .filter(row -> row.version() == version)
                .findFirst()
                .map(row -> file(code, row));
    }

    private CompanyFile file(CompanyCode code, DatedRow row) {
        int last = rows.lastVersion(key(code));
        return jdbc.sql("select code_valid from linli.company where company_code = :code")
                .param("code", code.value())
                .query((company, n) -> new CompanyFile(
                        code,
                        company.getBoolean("code_valid"),
                        last,
                        row.version(),
                        CompanyBase.of(row, personal),
                        row.from(),
                        row.to(),
                        row.recordedAt(),
                        row.recordedBy(),
                        row.act(),
                        row.reason()))
                .single();
    }

    /** Everything ever recorded of the company, newest first. */
    public List<HistoryEntry> history(CompanyCode code) {
        return Histories.of("company", 0, rows.all(key(code), RowScope.nothing()));
    }

    /**
     * A page of companies by code.
     *
     * @param text part of a name, pinyin or code
     * @param left those that have left by the day, instead of those that are there
     * @param after continue after this code
     */
    public List<Line> list(LocalDate day, DivisionCode division, String text, boolean left, String after, int limit) {
        return jdbc.sql("""
                select v.company_code, v.name, v.division_code, v.filed_on,
                       case when k.code_valid then '' else coalesce(
                           (select a.act from linli.company_code_act a where a.company_code = k.company_code
                             order by a.act_no desc limit 1), 'SHOWN') end code_act,
                       (select count(distinct e.community_id) from linli.engagement_version e
                         where e.company_code = v.company_code and e.superseded_at is null
                           and e.valid_from <= :day and (e.valid_to is null or e.valid_to > :day)) projects
                from linli.company_version v join linli.company k using (company_code)
                where v.superseded_at is null
                  and case when :left then v.valid_to <= :day and not exists (
                               select 1 from linli.company_version o where o.company_code = v.company_code
                                  and o.superseded_at is null and o.valid_from >= v.valid_to)
                           else v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day) end
                  and v.division_code like :prefix and v.company_code > :after
                  and (:text = '' or position(:text in lower(v.name || ' ' || v.company_code || ' ' || v.pinyin)) > 0
                       or (:pinyin <> '' and position(:pinyin in v.pinyin) > 0))
                order by v.company_code
                limit :limit
                """)
                .param("day", day)
                .param("prefix", division.value() + "%")
                .param("left", left)
                .param("after", after)
                .param("text", text.strip().toLowerCase(java.util.Locale.ROOT))
                .param("pinyin", latin(text))
                .param("limit", limit)
                .query((row, n) -> new Line(
                        new CompanyCode(row.getString("company_code")),
                        row.getString("name"),
                        row.getString("division_code"),
                        row.getObject("filed_on", LocalDate.class),
                        row.getString("code_act"),
                        row.getLong("projects")))
                .list();
    }

    /** Every company that is there on the day: name by code, in the order of pinyin. */
    public Map<String, String> names(LocalDate day) {
        Map<String, String> names = new LinkedHashMap<>();
        jdbc.sql("""
                select v.company_code, v.name from linli.company_version v
                where v.superseded_at is null and v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day)
                order by v.pinyin, v.company_code
                """).param("day", day).query((RowCallbackHandler)
                row -> names.put(row.getString("company_code"), row.getString("name")));
        return names;
    }

    /** What was typed in Latin letters without its spaces; empty when it has other letters. */
    private static String latin(String text) {
        String bare = text.strip().toLowerCase(java.util.Locale.ROOT).replace(" ", "");
        return Pinyin.key(bare).equals(bare) ? bare : "";
    }

    /**
     * @param codeAct last {@link CompanyCodeAct.Kind} on a code that fails its check, empty for a sound one
     * @param projects communities it serves on the day, whoever may see them
     */
    public record Line(
            CompanyCode code,
            String name,
            String division,
            @Nullable LocalDate filedOn,
            String codeAct,
            long projects) {}

    /** The communities that a company serves on a day, as far as the scope reaches. */
    public List<Project> projects(CompanyCode code, LocalDate day, RowScope scope) {
        return jdbc.sql("""
                select t.community_id, v.name, v.division_code, t.kind, t.contract_from, t.contract_to, t.service_start_on
                from %s and %s
                order by v.division_code, v.name
                """.formatted(SERVED, DatedRows.IN_SCOPE))
                .param("code", code.value())
                .param("day", day)
                .params(scope.parameters())
                .query((row, n) -> new Project(
                        new CommunityId(row.getLong("community_id")),
                        row.getString("name"),
                        row.getString("division_code"),
                        row.getString("kind"),
                        row.getObject("contract_from", LocalDate.class),
                        row.getObject("contract_to", LocalDate.class),
                        row.getObject("service_start_on", LocalDate.class)))
                .list();
    }

    /** How many that is in the whole city, as the public list says. */
    public int countProjects(CompanyCode code, LocalDate day) {
        return jdbc.sql("select count(*) from " + SERVED)
                .param("code", code.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** @param serviceStartOn null while the start is not confirmed */
    public record Project(
            CommunityId id,
            String name,
            String division,
            String kind,
            LocalDate contractFrom,
            @Nullable LocalDate contractTo,
            @Nullable LocalDate serviceStartOn) {}

    /** Whether a code fails its check and may be shown to be right all the same by the certificate. */
    public static boolean mayBeShown(String code) {
        return CreditCode.problem(code).isPresent() && code.matches("[0-9A-Z]{18}");
    }

    /** Registers a company. @param code normalised; refused when it fails its check, with the code that would be right */
    @Transactional
    public Outcome register(String code, CompanyBase base, String reason, Clerk clerk) {
        Optional<CodeProblem> problem = CreditCode.problem(code);
        return problem.isEmpty()
                ? insert(code, null, null, base, reason, clerk)
                : Outcome.Refused.of(
                        "company_code",
                        "credit-code." + problem.get() + (mayBeShown(code) ? ".scan" : ""),
                        CreditCode.repaired(code).orElse(Integer.toString(code.length())));
    }

    /** A company whose code fails its check; it counts once the code is confirmed. @param scan hash of the certificate */
    Outcome registerShown(String code, String note, String scan, CompanyBase base, String reason, Clerk clerk) {
        return mayBeShown(code) ? insert(code, note, scan, base, reason, clerk) : register(code, base, reason, clerk);
    }

    private Outcome insert(
            String code, @Nullable String note, @Nullable String scan, CompanyBase base, String reason, Clerk clerk) {
        if (!governs(base.division(), clerk.scope())) {
            return Outcome.Refused.of("division_code", "outside-scope");
        }
        LocalDate filed = base.filedOn();
        if (filed == null) {
            return Outcome.Refused.of("filed_on", "required");
        }
        if (filed.isAfter(time.today())) {
            return Outcome.Refused.of("filed_on", "in-future");
        }
        reach.lock("company " + code);
        if (exists(new CompanyCode(code))) {
            return Outcome.Refused.of("company_code", "duplicate-company", code);
        }
        Stamp stamp = stamp(Act.CHANGE, reason, clerk);
        jdbc.sql("""
                insert into linli.company (company_code, code_valid, override_by, override_note, override_file, created_at)
                values (:code, :valid, :by, :note, :scan, :at)
                """)
                .param("code", code)
                .param("valid", note == null)
                .param("by", note == null ? null : clerk.name())
                .param("note", note)
                .param("scan", scan)
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .update();
        rows.insert(key(new CompanyCode(code)), filed, null, base.facts(personal), stamp);
        city.changed();
        return new Outcome.Stored(code);
    }

    /** 变更: the data are these from a day on. */
    @Transactional
    public Outcome change(CompanyCode code, int version, CompanyBase base, LocalDate from, String reason, Clerk clerk) {
        Optional<Outcome> refused = refuse(code, version, base, clerk);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (from.isAfter(time.today().plusYears(Communities.YEARS_AHEAD))) {
            return Outcome.Refused.of("from", "too-far-ahead");
        }
        Optional<DatedRow> row = rows.inForce(key(code), from, RowScope.nothing());
        if (row.isEmpty()) {
            return Outcome.Refused.of("from", "not-in-force");
        }
        rows.change(row.get(), from, facts(base, row.get()), stamp(Act.CHANGE, reason, clerk));
        city.changed();
        return new Outcome.Stored(code.value());
    }

    /** 更正: the shown row was never true. */
    @Transactional
    public Outcome correct(
            CompanyCode code, int version, int rowVersion, CompanyBase base, String reason, Clerk clerk) {
        Optional<Outcome> refused = refuse(code, version, base, clerk);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<DatedRow> row = rows.current(key(code), RowScope.nothing()).stream()
                .filter(shown -> shown.version() == rowVersion)
                .findFirst();
        if (row.isEmpty()) {
            return new Outcome.Overtaken();
        }
        rows.correctRun(
                row.get(),
                row.get().from(),
                facts(base, row.get()),
                Set.of(),
                stamp(Act.CORRECTION, reason, clerk),
                RowScope.nothing());
        city.changed();
        return new Outcome.Stored(code.value());
    }

    private Optional<Outcome> refuse(CompanyCode code, int version, CompanyBase base, Clerk clerk) {
        Optional<Outcome> refused = refuse(code, version, clerk);
        if (refused.isPresent()) {
            return refused;
        }
        if (!governs(base.division(), clerk.scope())) {
            return Optional.of(Outcome.Refused.of("division_code", "outside-scope"));
        }
        LocalDate filed = base.filedOn();
        return filed != null && filed.isAfter(time.today())
                ? Optional.of(Outcome.Refused.of("filed_on", "in-future"))
                : Optional.empty();
    }

    /** What speaks against an act on the company, after locking it. */
    Optional<Outcome> refuse(CompanyCode code, int version, Clerk clerk) {
        reach.lock("company " + code);
        Optional<DatedRow> last =
                rows.current(key(code), RowScope.nothing()).stream().reduce((a, b) -> b);
        if (last.isEmpty()
                || !governs(new DivisionCode(String.valueOf(last.get().text("division_code"))), clerk.scope())) {
            return Optional.of(new Outcome.Unknown());
        }
        return rows.lastVersion(key(code)) == version ? Optional.empty() : Optional.of(new Outcome.Overtaken());
    }

    /** Whether the scope covers the company's county, or lies in it. */
    public boolean governs(DivisionCode county, RowScope scope) {
        return scope.touches(county);
    }

    /** What is encrypted stays byte for byte when it did not change, so that the history shows no false change. */
    private Map<String, @Nullable Object> facts(CompanyBase base, DatedRow row) {
        Map<String, @Nullable Object> facts = new HashMap<>(base.facts(personal));
        CompanyBase before = CompanyBase.of(row, personal);
        if (java.util.Objects.equals(before.legalPerson(), base.legalPerson())) {
            facts.put("legal_person", row.facts().get("legal_person"));
        }
        if (java.util.Objects.equals(before.contactPhone(), base.contactPhone())) {
            facts.put("contact_phone", row.facts().get("contact_phone"));
        }
        return facts;
    }

    static Map<String, Object> key(CompanyCode code) {
        return Map.of("company_code", code.value());
    }

    private Stamp stamp(Act act, String reason, Clerk clerk) {
        return new Stamp(time.now(), clerk.name(), act, reason);
    }
}
