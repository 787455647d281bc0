package org.linli.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.text.Pinyin;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.city.City;
import org.linli.registry.city.CommunityDay;
import org.linli.rules.coverage.ServiceItem;
import org.linli.rules.coverage.ServiceKind;
import org.linli.rules.registry.CommunityType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What anybody may know of communities and companies: no personal data, today's facts. */
@Service
public class PublicCommunities {

    private final City city;
    private final Divisions divisions;
    private final JdbcClient jdbc;
    private final CommunityDuplicates duplicates;
    private final CommunityEnds ends;
    private final BusinessTime time;

    PublicCommunities(
            City city,
            Divisions divisions,
            JdbcClient jdbc,
            CommunityDuplicates duplicates,
            CommunityEnds ends,
            BusinessTime time) {
        this.city = city;
        this.divisions = divisions;
        this.jdbc = jdbc;
        this.duplicates = duplicates;
        this.ends = ends;
        this.time = time;
    }

    /**
     * Communities of a division whose name, alias, address code or pinyin contains the text, by place.
     *
     * @param after continue behind this key; empty from the beginning
     */
    public Found search(DivisionCode division, String text, String after, int limit) {
        String wanted = text.strip().toLowerCase(java.util.Locale.ROOT);
        String pinyin = Pinyin.key(wanted);
        List<CommunityDay> all = city.on(AsOf.day(time.today())).in(division).stream()
                .filter(community -> wanted.isEmpty()
                        || community.searchable().contains(wanted)
                        || (pinyin.equals(wanted) && community.searchable().contains(pinyin)))
                .toList();
        List<CommunityDay> page = all.stream()
                .filter(community -> key(community).compareTo(after) > 0)
                .limit(limit)
                .toList();
        var names = divisions.fullNames(page.stream()
                .map(community -> new DivisionCode(community.division()))
                .collect(java.util.stream.Collectors.toSet()));
        boolean more = !page.isEmpty() && !page.getLast().equals(all.getLast());
        return new Found(
                page.stream()
                        .map(community ->
                                new Line(community, names.getOrDefault(new DivisionCode(community.division()), "")))
                        .toList(),
                all.size(),
                more ? key(page.getLast()) : "");
    }

    private static String key(CommunityDay community) {
        return community.division() + "/" + community.code();
    }

    /** The community as anybody sees it today; empty when it is unknown or no longer in the register. */
    public Optional<Profile> find(CommunityId id) {
        LocalDate today = time.today();
        return city.on(AsOf.day(today)).find(id.value()).map(day -> profile(id, day, today));
    }

    /** The record that stands for one that was dropped as its duplicate, or that became a part of it. */
    public Optional<CommunityId> keptFor(CommunityId gone) {
        return duplicates.keptFor(gone).or(() -> ends.successor(gone, time.today()));
    }

    private Profile profile(CommunityId id, CommunityDay day, LocalDate today) {
        Base base = jdbc.sql("""
                select address, type, year_built, gfa_dm2, buildings, households, lifts, parking_places, committee_standing,
                       contact_phone, verified_on, data_source
                from linli.community_version
                where community_id = :id and superseded_at is null
                  and valid_from <= :today and (valid_to is null or valid_to > :today)
                """)
                .param("id", id.value())
                .param("today", today)
                .query((row, n) -> {
                    String type = row.getString("type");
                    return new Base(
                            row.getString("address"),
                            type == null ? null : CommunityType.valueOf(type),
                            row.getObject("year_built", Integer.class),
                            row.getObject("gfa_dm2", Long.class),
                            row.getObject("buildings", Integer.class),
                            row.getObject("households", Integer.class),
                            row.getObject("lifts", Integer.class),
                            row.getObject("parking_places", Integer.class),
                            row.getString("committee_standing"),
                            row.getString("contact_phone"),
                            row.getObject("verified_on", LocalDate.class),
                            row.getString("data_source"));
                })
                .single();
        return new Profile(
                day,
                divisions.fullName(new DivisionCode(day.division())),
                base,
                service(id, today).orElse(null),
                committee(id, today).orElse(null),
                specialists(id, today));
    }

    private Optional<Engaged> service(CommunityId id, LocalDate today) {
        return jdbc.sql("""
                select e.kind, e.company_code, e.service_mask, e.contract_from, e.contract_to, e.continuing,
                       e.service_start_on, e.trial_end_on, e.fee_text,
                       (select n.name from linli.company_version n
                         where n.company_code = e.company_code and n.superseded_at is null
                         order by n.valid_from desc limit 1) company
                from linli.engagement_version e
                where e.community_id = :id and e.superseded_at is null
                  and e.valid_from <= :today and (e.valid_to is null or e.valid_to > :today)
                """)
                .param("id", id.value())
                .param("today", today)
                .query((row, n) -> new Engaged(
                        ServiceKind.valueOf(row.getString("kind")),
                        row.getString("company_code"),
                        row.getString("company"),
                        ServiceItem.ofMask(row.getInt("service_mask")),
                        row.getObject("contract_from", LocalDate.class),
                        row.getObject("contract_to", LocalDate.class),
                        row.getBoolean("continuing"),
                        row.getObject("service_start_on", LocalDate.class),
                        row.getObject("trial_end_on", LocalDate.class),
                        row.getString("fee_text")))
                .optional();
    }

    private Optional<Committee> committee(CommunityId id, LocalDate today) {
        return jdbc.sql("""
                select kind, term_from, term_to, agreed_size from linli.committee
                where community_id = :id and superseded_at is null
                  and valid_from <= :today and (valid_to is null or valid_to > :today)
                order by kind = 'PREPARATORY_GROUP', term_to desc limit 1
                """)
                .param("id", id.value())
                .param("today", today)
                .query((row, n) -> new Committee(
                        row.getString("kind"),
                        row.getObject("term_from", LocalDate.class),
                        row.getObject("term_to", LocalDate.class),
                        row.getInt("agreed_size")))
                .optional();
    }

    /** The specialists in office, the main one first: their work names are public, they are the contact. */
    private List<String> specialists(CommunityId id, LocalDate today) {
        return jdbc.sql("""
                select name from linli.specialist
                where community_id = :id and superseded_at is null
                  and appointed_on <= :today and (ended_on is null or ended_on > :today)
                order by deputy, specialist_no
                """)
                .param("id", id.value())
                .param("today", today)
                .query(String.class)
                .list();
    }

    /** A company and the communities it serves today; empty when the code is unknown. */
    public Optional<Company> findCompany(CompanyCode code) {
        LocalDate today = time.today();
        return jdbc.sql("""
                select v.company_code, v.name, v.division_code, v.registered_place, v.registered_on, v.capital_fen, v.filed_on, v.managers
                from linli.company_version v
                where v.company_code = :code and v.superseded_at is null
                order by (v.valid_from <= :today and (v.valid_to is null or v.valid_to > :today)) desc, v.valid_from desc
                limit 1
                """)
                .param("code", code.value())
                .param("today", today)
                .query((row, n) -> new Company(
                        row.getString("company_code"),
                        row.getString("name"),
                        row.getString("division_code"),
                        row.getObject("registered_on", LocalDate.class),
                        row.getObject("capital_fen", Long.class),
                        row.getObject("filed_on", LocalDate.class),
                        row.getObject("managers", Integer.class),
                        List.of()))
                .optional()
                // Only now: a query within a query holds a connection and waits for another.
                .map(read -> new Company(
                        read.code(),
                        read.name(),
                        divisions.fullName(new DivisionCode(read.place())),
                        read.registeredOn(),
                        read.capitalFen(),
                        read.filedOn(),
                        read.managers(),
                        served(code, today)));
    }

    private List<Line> served(CompanyCode code, LocalDate today) {
        var day = city.on(AsOf.day(today));
        List<CommunityDay> communities =
                jdbc.sql("""
                select community_id from linli.engagement_version
                where company_code = :code and superseded_at is null
                  and valid_from <= :today and (valid_to is null or valid_to > :today)
                order by community_id
                """).param("code", code.value()).param("today", today).query(Long.class).list().stream()
                        .flatMap(id -> day.find(id).stream())
                        .toList();
        var names = divisions.fullNames(communities.stream()
                .map(community -> new DivisionCode(community.division()))
                .collect(java.util.stream.Collectors.toSet()));
        return communities.stream()
                .map(community -> new Line(community, names.getOrDefault(new DivisionCode(community.division()), "")))
                .toList();
    }

    /** @param total matches in all @param next key to continue behind, empty at the end */
    public record Found(List<Line> lines, long total, String next) {}

    /** @param place street and neighbourhood in words */
    public record Line(CommunityDay community, String place) {}

    /** @param service who serves now, null when nobody does @param committee in office, null when none is on record */
    public record Profile(
            CommunityDay day,
            String place,
            Base base,
            @Nullable Engaged service,
            @Nullable Committee committee,
            List<String> specialists) {}

    /** The public part of the file. Area in 0.01 m². */
    public record Base(
            @Nullable String address,
            @Nullable CommunityType type,
            @Nullable Integer yearBuilt,
            @Nullable Long gfaDm2,
            @Nullable Integer buildings,
            @Nullable Integer households,
            @Nullable Integer lifts,
            @Nullable Integer parkingPlaces,
            @Nullable String committeeStanding,
            @Nullable String officePhone,
            @Nullable LocalDate verifiedOn,
            String source) {}

    /** The engagement in force. */
    public record Engaged(
            ServiceKind kind,
            @Nullable String companyCode,
            @Nullable String company,
            Set<ServiceItem> items,
            LocalDate contractFrom,
            @Nullable LocalDate contractTo,
            boolean continuing,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate trialEnd,
            @Nullable String fee) {}

    /** @param kind COMMITTEE or PMC */
    public record Committee(String kind, LocalDate from, LocalDate to, int size) {}

    /** Capital in fen. */
    public record Company(
            String code,
            String name,
            String place,
            @Nullable LocalDate registeredOn,
            @Nullable Long capitalFen,
            @Nullable LocalDate filedOn,
            @Nullable Integer managers,
            List<Line> communities) {}
}
