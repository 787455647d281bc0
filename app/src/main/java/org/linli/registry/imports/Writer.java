package org.linli.registry.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/** Stores a plan, row by row, in the running transaction. */
final class Writer {

    private static final int ROWS_A_NOTE = 100;

    private final RegistryStore registry;
    private final RegistryStore.Act act;
    private final Map<String, Integer> sequences = new HashMap<>();
    private final Set<Long> communities = new TreeSet<>();
    private final Set<String> companies = new TreeSet<>();

    Writer(RegistryStore registry, RegistryStore.Act act) {
        this.registry = registry;
        this.act = act;
    }

    /** @param communities ids of communities with a new row @param companies codes of companies with a new row */
    record Result(Set<Long> communities, Set<String> companies) {}

    /** @param progress told now and then how many rows are written */
    Result write(Plan plan, IntConsumer progress) {
        int written = 0;
        for (RowPlan row : plan.rows()) {
            write(row);
            if (++written % ROWS_A_NOTE == 0) {
                progress.accept(written);
            }
        }
        progress.accept(written);
        return new Result(communities, companies);
    }

    private void write(RowPlan row) {
        if (row.company() != null && row.company().first()) {
            write(row.company());
        }
        if (row.community() == null) {
            return;
        }
        long id = write(row.community());
        if (row.engagement() != null && row.engagementOutcome() != Outcome.SAME) {
            List<Known.Engagement> current = registry.engagements(id);
            if (!(EngagementStep.of(current, row.engagement()) instanceof EngagementStep.Put put)) {
                throw new IllegalStateException("row " + row.row() + " no longer fits community " + id);
            }
            registry.putEngagement(id, put, act);
            communities.add(id);
        }
    }

    private void write(RowPlan.CompanyPlan company) {
        switch (company.outcome()) {
            case NEW -> registry.addCompany(company, act);
            case CHANGED -> registry.changeCompany(company, act);
            case SAME, NONE, REFUSED, EXCLUDED -> {
                return;
            }
        }
        companies.add(company.code());
    }

    private long write(RowPlan.CommunityPlan community) {
        if (community.outcome() == Outcome.NEW) {
            String street = community.division().substring(0, 9);
            int sequence = sequences.merge(street, registry.nextSequence(street), Math::max);
            sequences.put(street, sequence + 1);
            long id = registry.addCommunity(street, sequence, community.division(), community.facts(), act);
            communities.add(id);
            return id;
        }
        Known.Community known = Objects.requireNonNull(community.known());
        if (community.outcome() == Outcome.CHANGED) {
            registry.changeCommunity(known, community.division(), community.facts(), act);
            communities.add(known.id());
        }
        return known.id();
    }
}
