package org.linli.registry.imports;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.linli.platform.scope.RowScope;
import org.linli.platform.sheets.SheetRow;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.city.City;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The work behind the desk: reading, checking and storing, at once where it is short and as jobs where it is long. */
@Component
class ImportWork {

    private static final int ROWS_AT_ONCE = 2_000;

    private final ImportStore store;
    private final RowStore rows;
    private final FindingStore findings;
    private final Uploads uploads;
    private final Judge judge;
    private final RegistryStore registry;
    private final Homes homes;
    private final BusinessTime time;
    private final City city;
    private final ObjectProvider<SchedulerClient> scheduler;

    ImportWork(
            ImportStore store,
            RowStore rows,
            FindingStore findings,
            Uploads uploads,
            Judge judge,
            RegistryStore registry,
            Homes homes,
            BusinessTime time,
            City city,
            ObjectProvider<SchedulerClient> scheduler) {
        this.store = store;
        this.rows = rows;
        this.findings = findings;
        this.uploads = uploads;
        this.judge = judge;
        this.registry = registry;
        this.homes = homes;
        this.time = time;
        this.city = city;
        this.scheduler = scheduler;
    }

    /** The job behind {@link Imports#map} and long checks. Does nothing unless the import waits for it. */
    @Transactional
    void check(long id) {
        store.guard(id);
        Optional<Import> waiting =
                store.find(RowScope.everything(), id).filter(one -> one.state() == ImportState.CHECKING);
        waiting.ifPresent(import_ -> {
            if (!rows.hasRows(id)) {
                readRows(import_);
            }
            judge.present(import_, null);
        });
    }

    /**
     * The job behind {@link Imports#accept}: one transaction; broken off, it leaves nothing, and is done again.
     *
     * <p>The import's own row is left alone until the end, so that how far it has come can be written there meanwhile.
     */
    @Transactional
    void store(long id) {
        city.changed(); // also makes other changes of the registry wait until this one is whole
        store.guard(id);
        Optional<Import> waiting =
                store.find(RowScope.everything(), id).filter(one -> one.state() == ImportState.STORING);
        if (waiting.isEmpty()) {
            return;
        }
        Import import_ = waiting.get();
        String by = Objects.requireNonNull(import_.acceptor());
        RegistryStore.Act act = new RegistryStore.Act(time.now(), judge.day(import_), by, Imports.reason(id));
        if (import_.kind() == ImportKind.HOMES) {
            homes.store(import_, act, "REGISTRY_MOVED", done -> store.progress(id, done, 0));
            return;
        }
        Judge.Judged judged = judge.judge(import_);
        if (!judged.digest().equals(import_.digest()) || findings.countOpen(id) > 0) {
            judge.present(import_, judged, "REGISTRY_MOVED"); // back at the clerk, who sees what has moved
            return;
        }
        Writer.Result result = new Writer(registry, act).write(judged.plan(), done -> store.progress(id, done, 0));
        Summary receipt = Objects.requireNonNull(import_.summary());
        store.stored(id, receipt, result.communities(), result.companies(), act.at());
    }

    /** A job has failed for good: nothing is stored, and the page says so. */
    @Transactional
    void fail(long id, String why) {
        store.state(id, ImportState.FAILED, why);
    }

    /** Judges again after an answer: at once where that is quick, otherwise as a job. */
    void again(Import import_) {
        store.guard(import_.id());
        if (import_.rowsTotal() <= Imports.QUICK_ROWS) {
            judge.present(import_, null);
        } else {
            store.state(import_.id(), ImportState.CHECKING, null);
            checkLater(import_.id());
        }
    }

    void checkLater(long id) {
        schedule(ImportJobs.CHECK, id);
    }

    void storeLater(long id) {
        schedule(ImportJobs.STORE, id);
    }

    private void schedule(TaskDescriptor<Void> task, long id) {
        // The instant is the scheduler's own affair: real time, which business time may be far from.
        scheduler
                .getObject()
                .scheduleIfNotExists(task.instance(Long.toString(id)).build(), ImportJobs.soon());
    }

    private void readRows(Import import_) {
        RowSorter sorter = new RowSorter(import_.header());
        List<KeptRow> batch = new ArrayList<>();
        int[] read = {0};
        int all = uploads.inFile(import_, file -> {
            file.read(import_.sheetIndex(), true, row -> {
                batch.add(new KeptRow(row.number(), skip(sorter, row), row.cells(), "", List.of()));
                if (batch.size() == ROWS_AT_ONCE) {
                    rows.addRows(import_.id(), batch);
                    read[0] += batch.size();
                    store.progress(import_.id(), 0, read[0]);
                    batch.clear();
                }
                return true;
            });
            rows.addRows(import_.id(), batch);
            return read[0] + batch.size();
        });
        store.progress(import_.id(), 0, all);
    }

    private static String skip(RowSorter sorter, SheetRow row) {
        return sorter.skip(row).orElse("");
    }
}
