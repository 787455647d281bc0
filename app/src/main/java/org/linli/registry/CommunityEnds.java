package org.linli.registry;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.city.City;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * A community is demolished or becomes a part of another one: from that day it is in no figure. What is under way in it must have
 * ended before.
 *
 * <p>Source: domain reference g.1 and d.3 (the denominator is the communities there are) [D].
 */
@Service
public class CommunityEnds {

    private static final List<CommunityDependents.Guard> OWN = List.of(
            new CommunityDependents.Guard("under-way-engagements", """
                    select coalesce((select n.name from linli.company_version n
                                      where n.company_code = e.company_code and n.superseded_at is null
                                      order by n.valid_from desc limit 1) || ' ', '') || e.contract_from
                    from linli.engagement_version e
                    where e.community_id = :id and e.superseded_at is null and (e.valid_to is null or e.valid_to > :on)
                    order by e.valid_from
                    """),
            new CommunityDependents.Guard("under-way-committees", """
                    select c.term_from || '–' || c.term_to from linli.committee c
                    where c.community_id = :id and c.superseded_at is null and c.term_to >= :on
                      and (c.valid_to is null or c.valid_to > :on)
                    order by c.term_from
                    """));

    private final CommunityStore store;
    private final Communities communities;
    private final Endings endings;
    private final List<CommunityDependents> dependents;
    private final DocumentIntake intake;
    private final Reach reach;
    private final City city;
    private final BusinessTime time;

    CommunityEnds(
            CommunityStore store,
            Communities communities,
            Endings endings,
            List<CommunityDependents> dependents,
            DocumentIntake intake,
            Reach reach,
            City city,
            BusinessTime time) {
        this.store = store;
        this.communities = communities;
        this.endings = endings;
        this.dependents = dependents;
        this.intake = intake;
        this.reach = reach;
        this.city = city;
        this.time = time;
    }

    /** The ends of a community, the newest first; those withdrawn too. */
    public List<Ending> list(CommunityId id, RowScope scope) {
        return reach.covers(id, scope) ? endings.list(Endings.Of.COMMUNITY, id.value()) : List.of();
    }

    /** What a community that has ended became a part of, by the day; public, for its address stands on posters. */
    Optional<CommunityId> successor(CommunityId id, LocalDate day) {
        List<DatedRow> known = store.rows().current(CommunityStore.key(id), RowScope.everything());
        LocalDate to = known.isEmpty() ? null : known.getLast().to();
        return to == null || to.isAfter(day)
                ? Optional.empty()
                : endings.list(Endings.Of.COMMUNITY, id.value()).stream()
                        .findFirst()
                        .flatMap(Ending::into);
    }

    /**
     * Refused while engagements, committees in their term or votes are under way on the day; the refusal names each.
     *
     * @param on first day on which it is no longer there
     * @param intoCode code of the community that it becomes a part of; null when demolished
     * @param content the paper that shows it: PDF, JPEG or PNG of at most 20 MB
     */
    @Transactional
    public Outcome end(
            CommunityId id,
            int version,
            LocalDate on,
            @Nullable String intoCode,
            String reason,
            InputStream content,
            Clerk clerk) {
        Optional<Outcome> refused = refuse(id, version, clerk).or(() -> underWay(id, on));
        if (refused.isPresent()) {
            return finished(refused.get());
        }
        Optional<CommunityId> into = Optional.ofNullable(intoCode)
                .flatMap(store::withCode)
                .filter(other -> !other.equals(id)
                        && communities.find(other, AsOf.day(on), clerk.scope()).isPresent());
        if (intoCode != null && into.isEmpty()) {
            return finished(Outcome.Refused.of("into_code", "community-unknown", intoCode));
        }
        return finished(intake.take(content, document -> {
            Stamp stamp = new Stamp(time.now(), clerk.name(), Act.CHANGE, reason);
            List<DatedRow> current = store.rows().current(CommunityStore.key(id), clerk.scope());
            return Endings.end(store.rows(), current, on, time.today(), stamp).orElseGet(() -> {
                Ending.Kind kind = into.isPresent() ? Ending.Kind.MERGED : Ending.Kind.DEMOLISHED;
                endings.add(Endings.Of.COMMUNITY, id.value(), kind, on, into.orElse(null), document, stamp);
                return new Outcome.Stored(id.toString());
            });
        }));
    }

    private Optional<Outcome> underWay(CommunityId id, LocalDate on) {
        List<CommunityDependents.Guard> guards = new ArrayList<>(OWN);
        dependents.forEach(feature -> guards.addAll(feature.guards()));
        List<FieldError> errors = new ArrayList<>();
        for (CommunityDependents.Guard guard : guards) {
            String names = endings.names(guard.statement(), Map.of("id", id.value(), "on", on));
            if (!names.isEmpty()) {
                errors.add(FieldError.of("gone_from", guard.reason(), names));
            }
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(new Outcome.Refused(errors));
    }

    /** 更正: the community never ended. */
    @Transactional
    public Outcome withdraw(CommunityId id, int version, String reason, Clerk clerk) {
        return finished(refuse(id, version, clerk)
                .orElseGet(() -> Endings.withdraw(
                                store.rows(),
                                store.rows().all(CommunityStore.key(id), clerk.scope()),
                                new Stamp(time.now(), clerk.name(), Act.CORRECTION, reason))
                        .orElse(new Outcome.Stored(id.toString()))));
    }

    private Optional<Outcome> refuse(CommunityId id, int version, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return Optional.of(new Outcome.Unknown());
        }
        return store.rows().lastVersion(CommunityStore.key(id)) == version
                ? Optional.empty()
                : Optional.of(new Outcome.Overtaken());
    }

    private Outcome finished(Outcome outcome) {
        if (outcome instanceof Outcome.Stored) {
            city.changed();
        } else {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }
}
