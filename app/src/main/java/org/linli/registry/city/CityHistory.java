package org.linli.registry.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.linli.rules.coverage.Coverage;
import org.linli.rules.coverage.EngagementOn;
import org.linli.rules.coverage.ProfessionalCoverage;
import org.linli.rules.registry.BaseField;
import org.linli.rules.registry.BaseFile;
import org.linli.rules.registry.BaseRegistration;

/** Every version of communities and engagements that was known at one instant; answers any day. Immutable. */
final class CityHistory {

    private static final int DAYS_KEPT = 40;

    private final List<CommunityVersion> communities;
    private final Map<Long, List<EngagementVersion>> engagements;
    private final Map<LocalDate, CityDay> days = new ConcurrentHashMap<>();

    CityHistory(List<CommunityVersion> communities, Map<Long, List<EngagementVersion>> engagements) {
        this.communities = List.copyOf(communities);
        this.engagements = engagements;
    }

    CityDay on(LocalDate day) {
        if (days.size() > DAYS_KEPT) {
            days.clear();
        }
        return days.computeIfAbsent(day, this::compute);
    }

    private CityDay compute(LocalDate day) {
        List<CommunityDay> active = new ArrayList<>();
        for (CommunityVersion version : communities) {
            if (version.span().contains(day)) {
                active.add(judge(version, day));
            }
        }
        active.sort(Comparator.comparing(CommunityDay::division).thenComparing(CommunityDay::code));
        return new CityDay(day, active);
    }

    private @Nullable EngagementVersion engagement(long communityId, LocalDate day) {
        for (EngagementVersion version : engagements.getOrDefault(communityId, List.of())) {
            if (version.span().contains(day)) {
                return version;
            }
        }
        return null;
    }

    /**
     * The first day of professional service without a gap: when one company follows another, or a contract is renewed, the
     * community has been served since the first of them.
     */
    private @Nullable LocalDate servedSince(long communityId, @Nullable EngagementVersion present, LocalDate day) {
        @Nullable LocalDate since = null;
        @Nullable EngagementVersion at = present;
        LocalDate on = day;
        while (at != null && ProfessionalCoverage.judge(on, at.facts()).counted()) {
            LocalDate begin = at.span().from();
            @Nullable LocalDate start = at.facts().serviceStart();
            since = start == null || start.isAfter(on) ? begin : start;
            on = (since.isBefore(begin) ? since : begin).minusDays(1);
            at = engagement(communityId, on);
        }
        return since;
    }

    private CommunityDay judge(CommunityVersion version, LocalDate day) {
        @Nullable EngagementVersion served = engagement(version.id(), day);
        Coverage coverage = ProfessionalCoverage.judge(day, served == null ? null : served.facts());
        BaseFile file = version.file(coverage.counted(), served != null);
        @Nullable LocalDate start = servedSince(version.id(), served, day);
        java.util.Set<BaseField> missing = BaseRegistration.missing(file);
        return new CommunityDay(
                version.id(),
                version.code(),
                version.name(),
                version.division(),
                version.searchable(),
                coverage,
                served == null ? "" : served.company(),
                served == null ? null : served.facts().serviceStart(),
                version.verifiedOn(),
                missing,
                BaseRegistration.isDue(start, day),
                BaseRegistration.isComplete(file, version.verifiedOn(), day),
                version.households() == null ? 0 : version.households(),
                version.residents() == null ? 0 : version.residents(),
                version.longitudeE6(),
                version.latitudeE6());
    }

    record CommunityVersion(
            long id,
            Span span,
            String code,
            String name,
            String division,
            String searchable,
            @Nullable String address,
            org.linli.rules.registry.@Nullable CommunityType type,
            @Nullable Integer yearBuilt,
            @Nullable Long gfaDm2,
            @Nullable Integer buildings,
            @Nullable Integer households,
            @Nullable Integer residents,
            @Nullable LocalDate verifiedOn,
            @Nullable Integer longitudeE6,
            @Nullable Integer latitudeE6) {

        BaseFile file(boolean served, boolean hasContract) {
            return new BaseFile(
                    code, name, division, address, type, yearBuilt, gfaDm2, buildings, households, served, hasContract);
        }
    }

    record EngagementVersion(Span span, String company, EngagementOn facts) {}
}
