package org.linli.decisions.editions;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.bundles.Bundles;
import org.linli.decisions.editions.EditionResult.Problem;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.files.FileStore;
import org.linli.platform.scope.Viewer;
import org.linli.platform.text.Words;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Full editions: one person asks with the number of the written order, another confirms, and only then the file is made. The two of
 * them may download it for a fortnight; each step is in the access log.
 *
 * <p>Source: domain reference h.3, two layers of record; four eyes and the fortnight are our own default [D].
 */
@Service
public class Editions {

    private static final Duration OPEN_FOR = Duration.ofDays(14);

    private final EditionStore store;
    private final EditionFile file;
    private final EditionNotices notices;
    private final Bundles bundles;
    private final FileStore files;
    private final AccessLog log;
    private final BusinessTime time;

    Editions(
            EditionStore store,
            EditionFile file,
            EditionNotices notices,
            Bundles bundles,
            FileStore files,
            AccessLog log,
            BusinessTime time) {
        this.store = store;
        this.file = file;
        this.notices = notices;
        this.bundles = bundles;
        this.files = files;
        this.log = log;
        this.time = time;
    }

    public List<Edition> list(Vote vote) {
        return store.list(vote.id());
    }

    /** @param order number of the written order @param authority the court or department that gave it */
    @Transactional
    public EditionResult request(Vote vote, String order, String authority, Viewer by) {
        if (bundles.current(vote).isEmpty()) {
            return EditionResult.refused(Problem.NOT_COUNTED);
        }
        if (isMissing(order)) {
            return EditionResult.refused(Problem.ORDER_MISSING);
        }
        if (isMissing(authority)) {
            return EditionResult.refused(Problem.AUTHORITY_MISSING);
        }
        int number = store.insert(vote.id(), order.strip(), authority.strip(), time.now(), by);
        log.record(by, "edition.request", "vote", vote.id() + "/" + number, order.strip());
        return new EditionResult.Done(number);
    }

    private static boolean isMissing(String text) {
        return !Words.isGiven(text, Words.SHORT);
    }

    /** Makes the file, once, when somebody else than the requester confirms; then the owners are told. */
    @Transactional
    public EditionResult confirm(Vote vote, Edition edition, Viewer by) {
        if (edition.requester().account() == by.accountId()) {
            return EditionResult.refused(Problem.SAME_PERSON);
        }
        Optional<String> bundle = bundles.current(vote);
        if (bundle.isEmpty()) {
            return EditionResult.refused(Problem.NOT_COUNTED);
        }
        if (edition.made() != null) {
            return EditionResult.refused(Problem.CONFIRMED_BEFORE);
        }
        Instant now = time.now();
        EditionFile.Mark mark = new EditionFile.Mark(
                edition.order(),
                edition.authority(),
                edition.number(),
                vote.id().toString(),
                edition.requester().name(),
                by.name(),
                now);
        String hash = files.put(new ByteArrayInputStream(file.write(vote, bundle.get(), mark)));
        if (!store.insertMade(vote.id(), edition, now, now.plus(OPEN_FOR), hash, by)) {
            return EditionResult.refused(Problem.CONFIRMED_BEFORE);
        }
        log.record(by, "edition.confirm", "vote", vote.id() + "/" + edition.number(), edition.order());
        notices.tell(vote, edition);
        return new EditionResult.Done(edition.number());
    }

    /** The file's hash for the two hats while it is open; each time is written down before it is read. */
    @Transactional
    public Optional<String> download(Vote vote, Edition edition, Viewer by) {
        Edition.Made made = edition.made();
        if (made == null || !edition.isOpenTo(by.accountId(), by.grantId(), time.now())) {
            return Optional.empty();
        }
        store.insertDownload(vote.id(), edition, time.now(), by.accountId());
        log.record(by, "edition.download", "vote", vote.id() + "/" + edition.number(), edition.order());
        return Optional.of(made.hash());
    }
}
