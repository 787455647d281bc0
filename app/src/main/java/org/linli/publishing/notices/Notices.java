package org.linli.publishing.notices;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.files.FileStore;
import org.linli.platform.files.Photos;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.text.Words;
import org.linli.platform.time.BusinessTime;
import org.linli.publishing.gate.PublicTexts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hangs notices, shows what hangs, takes them down, and keeps the photos of the boards. */
@Service
public class Notices {

    private static final int SUBJECT_AT_MOST = 120;
    private static final int BODY_AT_MOST = 10_000;

    private final NoticeStore store;
    private final PublicTexts gate;
    private final FileStore files;
    private final BusinessTime time;

    Notices(NoticeStore store, PublicTexts gate, FileStore files, BusinessTime time) {
        this.store = store;
        this.gate = gate;
        this.files = files;
        this.time = time;
    }

    /** Who does it. @param account null for what Linli does by the clock */
    public record By(String name, @Nullable Long account) {}

    /** What came of an act. */
    public sealed interface Taken {}

    public record Done(NoticeId id) implements Taken {}

    /** @param checked what the gate found, null unless that is the problem */
    public record Refused(Problem problem, PublicTexts.@Nullable Checked checked) implements Taken {}

    /** Why an act was refused; text key {@code publishing.notice.refused.<NAME>}. */
    public enum Problem {
        TEXT_MISSING,
        TEXT_TOO_LONG,
        DAYS,
        PERSONAL_DATA,
        NO_SUCH_PLACE,
        REASON_MISSING,
        RETRACTED,
        PHOTO_MISSING,
        PHOTO_TOO_LARGE,
        NOT_A_PHOTO,
        PLACE_MISSING,
        DAY_NOT_POSSIBLE
    }

    /**
     * Hangs a notice of a feature, whose text the gate masks; once for its origin.
     *
     * @throws IllegalArgumentException without an origin
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hang(NewNotice notice, By by) {
        if (notice.origin() == null) {
            throw new IllegalArgumentException("a notice of nothing: " + notice.subject());
        }
        PublicTexts.Checked subject = gate.check(notice.subject(), notice.division());
        PublicTexts.Checked body = gate.check(notice.body(), notice.division());
        store.insert(notice, subject.masked(), body.masked(), body.open(), time.now(), by);
    }

    /** Hangs what staff typed. Refused while there is personal data in it. */
    @Transactional
    public Taken post(NewNotice notice, By by) {
        Optional<Problem> problem = problem(notice);
        if (problem.isPresent()) {
            return new Refused(problem.get(), null);
        }
        PublicTexts.Checked checked = gate.check(notice.subject() + "\n" + notice.body(), notice.division());
        if (!checked.isClean()) {
            return new Refused(Problem.PERSONAL_DATA, checked);
        }
        return new Done(store.insert(notice, notice.subject(), notice.body(), checked.open(), time.now(), by)
                .orElseThrow());
    }

    private Optional<Problem> problem(NewNotice notice) {
        if (notice.subject().isBlank() || notice.body().isBlank()) {
            return Optional.of(Problem.TEXT_MISSING);
        }
        if (notice.subject().length() > SUBJECT_AT_MOST || notice.body().length() > BODY_AT_MOST) {
            return Optional.of(Problem.TEXT_TOO_LONG);
        }
        return notice.from().isBefore(time.today()) || notice.until().isBefore(notice.from())
                ? Optional.of(Problem.DAYS)
                : Optional.empty();
    }

    /** What hangs in a community today: its own notices and those of its divisions, the newest first. */
    public List<Notice> current(CommunityId community, String division) {
        return store.current(community.value(), division, time.today());
    }

    /** Notices of a scope whose last day is not long ago, those that hang now first. */
    public List<Notice> list(RowScope rows) {
        return store.list(rows, time.today());
    }

    public Optional<Notice> find(NoticeId id, RowScope rows) {
        return store.find(id, rows);
    }

    /** As anybody may read it; from its first day, and later too. */
    public Optional<Notice> findPublic(NoticeId id) {
        return store.find(id, RowScope.everything())
                .filter(notice -> !time.today().isBefore(notice.from()));
    }

    public List<Notice.Photo> photos(NoticeId id) {
        return store.photos(id);
    }

    /** Takes a notice down. */
    @Transactional
    public Taken retract(Notice notice, String reason, By by) {
        if (!Words.isGiven(reason, Words.SHORT)) {
            return new Refused(Problem.REASON_MISSING, null);
        }
        PublicTexts.Checked checked = gate.check(reason, notice.division());
        if (!checked.isClean()) {
            return new Refused(Problem.PERSONAL_DATA, checked);
        }
        return store.retract(notice.id(), reason.strip(), time.now(), by)
                ? new Done(notice.id())
                : new Refused(Problem.RETRACTED, null);
    }

    /** Takes down what still hangs of an origin that begins so, such as {@code vote/12-3/}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void retractAll(CommunityId community, String origin, String reason, By by) {
        store.retractAll(community.value(), origin, gate.check(reason, "").masked(), time.today(), time.now(), by);
    }

    /** Keeps a photo of a board. @param on the day it hung there @param content JPEG or PNG of at most 5 MB */
    @Transactional
    public Taken addPhoto(Notice notice, String place, LocalDate on, InputStream content, By by) {
        if (!Words.isGiven(place, Words.SHORT)) {
            return new Refused(Problem.PLACE_MISSING, null);
        }
        if (on.isBefore(notice.from()) || on.isAfter(time.today()) || on.isAfter(notice.until())) {
            return new Refused(Problem.DAY_NOT_POSSIBLE, null);
        }
        return switch (Photos.take(content)) {
            case Photos.NotKept(var reason) ->
                new Refused(
                        switch (reason) {
                            case MISSING -> Problem.PHOTO_MISSING;
                            case TOO_LARGE -> Problem.PHOTO_TOO_LARGE;
                            case NOT_A_PHOTO -> Problem.NOT_A_PHOTO;
                        },
                        null);
            case Photos.Kept(var jpeg) -> {
                String hash = files.put(new ByteArrayInputStream(jpeg));
                store.insertPhoto(notice.id(), place.strip(), on, hash, time.now(), by);
                yield new Done(notice.id());
            }
        };
    }
}
