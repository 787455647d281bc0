package org.linli.registry.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.registry.ImportDependents;
import org.linli.registry.ImportDependents.Guard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands on a stored import, so that it cannot be taken back: rows of the registry itself, and what other features say. */
@Component
class Dependents {

    private final JdbcClient jdbc;
    private final ObjectProvider<ImportDependents> others;

    Dependents(JdbcClient jdbc, ObjectProvider<ImportDependents> others) {
        this.jdbc = jdbc;
        this.others = others;
    }

    /** Text keys of all that stands on an import; empty when it may be taken back. */
    List<String> on(Import of, Undo.Stored stored) {
        ImportDependents.Brought brought = new ImportDependents.Brought(
                of.id(), stored.at(), Set.of(stored.communities()), added(stored), addedCompanies(stored));
        Map<String, Object> parameters = new HashMap<>(stored.parameters());
        parameters.putAll(brought.parameters());
        return Stream.concat(
                        (of.kind() == ImportKind.HOMES ? HOMES : REGISTRY).stream(),
                        others.orderedStream().flatMap(other -> other.guards().stream()))
                .filter(guard -> finds(guard.statement(), parameters))
                .map(Guard::key)
                .toList();
    }

    private boolean finds(String statement, Map<String, Object> parameters) {
        return jdbc.sql("select exists (" + statement + ")")
                .params(parameters)
                .query(Boolean.class)
                .single();
    }

    private Set<Long> added(Undo.Stored stored) {
        return jdbc.sql("""
                select community_id from linli.community where community_id = any(:communities) and created_at = :at
                """).params(stored.parameters()).query(Long.class).set();
    }

    private Set<String> addedCompanies(Undo.Stored stored) {
        return jdbc.sql("""
                select distinct v.company_code from linli.company_version v
                where v.company_code = any(:companies) and v.recorded_at = :at and not exists (
                    select 1 from linli.company_version o where o.company_code = v.company_code and o.recorded_at < :at
                      and (o.superseded_at is null or o.superseded_at >= :at))
                """).params(stored.parameters()).query(String.class).set();
    }

    private static final List<Guard> REGISTRY = List.of(
            new Guard("imports.depends.changed", """
                    select 1 from linli.community_version
                     where community_id = any(:communities) and recorded_at = :at and reason = :reason and superseded_at is not null
                    union all
                    select 1 from linli.engagement_version
                     where community_id = any(:communities) and recorded_at = :at and reason = :reason and superseded_at is not null
                    union all
                    select 1 from linli.company_version
                     where company_code = any(:companies) and recorded_at = :at and reason = :reason and superseded_at is not null
                    """),
            new Guard("imports.depends.added", """
                    select 1 from linli.community_version where community_id = any(:communities) and recorded_at > :at
                    union all
                    select 1 from linli.engagement_version where community_id = any(:communities) and recorded_at > :at
                    union all
                    select 1 from linli.company_version where company_code = any(:companies) and recorded_at > :at
                    """),
            new Guard("imports.depends.homes", """
                    select 1 from linli.building where community_id = any(:added) and superseded_at is null
                    union all
                    select 1 from linli.home where community_id = any(:added) and superseded_at is null
                    union all
                    select 1 from linli.committee where community_id = any(:added) and superseded_at is null
                    union all
                    select 1 from linli.specialist where community_id = any(:added) and superseded_at is null
                    """),
            new Guard("imports.depends.records", """
                    select 1 from linli.community_duplicate where kept_id = any(:added) or community_id = any(:added)
                    union all
                    select 1 from linli.community_end where into_id = any(:added) or community_id = any(:added)
                    """),
            new Guard("imports.depends.company", """
                    select 1 from linli.engagement_version
                    where company_code = any(:newCompanies) and superseded_at is null
                      and not (recorded_at = :at and reason = :reason)
                    """),
            new Guard("imports.depends.codes", """
                    select 1 from linli.community_external_code where community_id = any(:added) and superseded_at is null
                    """),
            new Guard("imports.depends.contracts", """
                    select 1 from linli.engagement_file f
                    join linli.engagement_version e on e.community_id = f.community_id and e.engagement_no = f.engagement_no
                    where f.community_id = any(:communities) and e.recorded_at = :at and e.reason = :reason
                      and (f.added_at >= :at or not exists (
                          select 1 from linli.engagement_version o
                          where o.community_id = f.community_id and o.engagement_no = f.engagement_no and o.recorded_at < :at))
                    """),
            new Guard("imports.depends.notices", """
                    select 1 from linli.notice where community_id = any(:added)
                    """));

    private static final List<Guard> HOMES = List.of(
            new Guard("imports.depends.owners", """
                    select 1 from linli.home where community_id = any(:touched) and import_id = :import and superseded_at is not null
                    union all
                    select 1 from linli.owner where community_id = any(:touched) and import_id = :import and superseded_at is not null
                    union all
                    select 1 from linli.ownership
                     where community_id = any(:touched) and import_id = :import and superseded_at is not null
                    union all
                    select 1 from linli.ownership w join linli.home h on h.community_id = w.community_id and h.home_no = w.home_no
                     where h.community_id = any(:touched) and h.import_id = :import and w.import_id is distinct from :import
                       and w.superseded_at is null
                    union all
                    select 1 from linli.ownership w
                     where w.community_id = any(:touched) and w.import_id is distinct from :import and w.superseded_at is null
                       and exists (select 1 from linli.owner o where o.community_id = w.community_id and o.import_id = :import
                            and o.owner_no = any(w.owners))
                    """),
            new Guard("imports.depends.papers", """
                    select 1 from linli.home_file f join linli.home h on h.community_id = f.community_id and h.home_no = f.home_no
                    where h.community_id = any(:touched) and h.import_id = :import
                    """),
            new Guard("imports.depends.occupants", """
                    select 1 from linli.occupant u join linli.home h on h.community_id = u.community_id and h.home_no = u.home_no
                    where h.community_id = any(:touched) and h.import_id = :import
                    union all
                    select 1 from linli.owner_consent u join linli.owner o on o.community_id = u.community_id and o.owner_no = u.owner_no
                    where o.community_id = any(:touched) and o.import_id = :import
                    """));
}
