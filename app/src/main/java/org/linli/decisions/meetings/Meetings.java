package org.linli.decisions.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Texts;
import org.linli.publishing.gate.PublicTexts;
import org.linli.publishing.notices.NewNotice;
import org.linli.publishing.notices.Notices;
import org.linli.registry.Committees;
import org.linli.registry.Committees.Committee;
import org.linli.registry.CommunityFile;
import org.linli.rules.decisions.assembly.CommitteeMeeting;
import org.linli.rules.decisions.matters.RulePacks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the minutes of a committee's meetings, says by the rules what was adopted, and hangs it.
 *
 * <p>Source: as {@link CommitteeMeeting}. Members are ticked, not counted by hand, so that nobody is there for somebody else.
 */
@Service
public class Meetings {

    /** What a form may hold. */
    public static final int LONGEST = 300;

    /** How long a decision hangs. Source: own default [D]. */
    private static final int HANGS_DAYS = 15;

    private final MeetingStore store;
    private final Committees committees;
    private final PublicTexts gate;
    private final Notices notices;
    private final BusinessTime time;
    private final Texts texts;

    Meetings(
            MeetingStore store,
            Committees committees,
            PublicTexts gate,
            Notices notices,
            BusinessTime time,
            MessageSource messages) {
        this.store = store;
        this.committees = committees;
        this.gate = gate;
        this.notices = notices;
        this.time = time;
        this.texts = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
    }

    /** Why nothing was recorded; text key {@code meetings.refused.<NAME>}. */
    public enum Problem {
        /** DEC-621: no committee was in its term on that day. */
        NO_COMMITTEE,
        /** DEC-622: the meeting is still to come. */
        IN_FUTURE,
        /** DEC-623: the topics hung for fewer than three days before. */
        POSTED_LATE,
        /** DEC-624: somebody ticked does not sit on the committee that day, or nobody was ticked. */
        NOT_A_MEMBER,
        /** DEC-625: no topic, or a longer one than 300 characters. */
        NO_TOPIC,
        /** DEC-626: the gate found something personal in a topic. */
        PERSONAL_DATA,
        /** DEC-627: more or fewer votes than members who were there. */
        VOTES_DO_NOT_ADD_UP,
        /** DEC-628: it hangs already, or the minutes are void. */
        NOTHING_TO_HANG,
        /** DEC-629: no reason, or the minutes are void already. */
        NO_REASON,
        /** DEC-630: minutes of that day on the same topics are there. */
        TWICE
    }

    /** Minutes of a community, newest first. */
    public List<Meeting> list(CommunityId community, RowScope scope) {
        return store.list(community, scope);
    }

    public Optional<Meeting> find(CommunityId community, int number, RowScope scope) {
        return store.list(community, scope).stream()
                .filter(meeting -> meeting.number() == number)
                .findFirst();
    }

    /** The committee in its term on a day. */
    public Optional<Committee> committee(CommunityId community, LocalDate day, RowScope scope) {
        return committees.list(community, scope).stream()
                .filter(body -> body.term().kind() == Committees.Kind.COMMITTEE)
                .filter(body -> !day.isBefore(body.term().termFrom())
                        && !day.isAfter(body.term().termTo()))
                .findFirst();
    }

    /** Takes minutes. A meeting without its quorum is recorded too; it adopts nothing. */
    @Transactional
    public Optional<Problem> record(CommunityFile file, Minutes minutes, RowScope scope, Viewer by) {
        CommunityId community = file.id();
        store.lock(community);
        if (minutes.metOn().isAfter(time.today())) {
            return Optional.of(Problem.IN_FUTURE);
        }
        Optional<Committee> committee = committee(community, minutes.metOn(), scope);
        if (committee.isEmpty()) {
            return Optional.of(Problem.NO_COMMITTEE);
        }
        Optional<Problem> problem =
                problem(committee.get(), file, minutes).or(() -> twice(committee.get(), community, minutes, scope));
        if (problem.isPresent()) {
            return problem;
        }
        int agreedSize = committee.get().term().agreedSize();
        int number = store.insert(community, committee.get().number(), agreedSize, minutes, time.now(), by);
        for (int i = 0; i < minutes.topics().size(); i++) {
            Minutes.Topic said = minutes.topics().get(i);
            boolean adopted = CommitteeMeeting.isAdopted(minutes.present().size(), said.agreed(), agreedSize);
            store.insertTopic(
                    community,
                    number,
                    new Meeting.Topic(i + 1, said.text(), said.agreed(), said.opposed(), said.abstained(), adopted));
        }
        return Optional.empty();
    }

    private Optional<Problem> twice(Committee committee, CommunityId community, Minutes minutes, RowScope scope) {
        List<String> topics = minutes.topics().stream().map(Minutes.Topic::text).toList();
        boolean there = list(community, scope).stream()
                .filter(meeting -> meeting.voided() == null && meeting.committee() == committee.number())
                .filter(meeting -> meeting.metOn().equals(minutes.metOn()))
                .anyMatch(meeting -> meeting.topics().stream()
                        .map(Meeting.Topic::text)
                        .toList()
                        .equals(topics));
        return there ? Optional.of(Problem.TWICE) : Optional.empty();
    }

    private Optional<Problem> problem(Committee committee, CommunityFile file, Minutes minutes) {
        if (!CommitteeMeeting.isPostedInTime(minutes.postedOn(), minutes.metOn(), RulePacks.TAIZHOU_2021)) {
            return Optional.of(Problem.POSTED_LATE);
        }
        Set<Integer> members = committee.seated(minutes.metOn()).stream()
                .map(Committees.Member::number)
                .collect(Collectors.toSet());
        if (minutes.present().isEmpty() || !members.containsAll(minutes.present())) {
            return Optional.of(Problem.NOT_A_MEMBER);
        }
        if (minutes.topics().isEmpty()
                || minutes.topics().stream()
                        .anyMatch(
                                topic -> topic.text().isBlank() || topic.text().length() > LONGEST)) {
            return Optional.of(Problem.NO_TOPIC);
        }
        String division = file.base().division().value();
        if (minutes.topics().stream()
                .anyMatch(topic -> !gate.check(topic.text(), division).isClean())) {
            return Optional.of(Problem.PERSONAL_DATA);
        }
        return minutes.topics().stream()
                        .allMatch(topic -> topic.cast() == minutes.present().size())
                ? Optional.empty()
                : Optional.of(Problem.VOTES_DO_NOT_ADD_UP);
    }

    /** Hangs what was decided, in Chinese, as the law asks for it to be posted. */
    @Transactional
    public Optional<Problem> hang(CommunityFile file, Meeting meeting, Viewer by) {
        store.lock(file.id());
        boolean waits = find(file.id(), meeting.number(), RowScope.everything())
                .filter(Meeting::waits)
                .isPresent();
        if (!waits) {
            return Optional.of(Problem.NOTHING_TO_HANG);
        }
        LocalDate today = time.today();
        notices.hang(
                new NewNotice(
                        file.id(),
                        file.base().division().value(),
                        file.base().name(),
                        "COMMITTEE_DECISION",
                        meeting.origin(),
                        "",
                        texts.t("meetings.notice.subject", texts.date(meeting.metOn())),
                        body(file, meeting),
                        today,
                        today.plusDays(HANGS_DAYS)),
                new Notices.By(by.name(), by.accountId()));
        return Optional.empty();
    }

    private String body(CommunityFile file, Meeting meeting) {
        String topics = meeting.topics().stream()
                .map(topic -> "\n"
                        + texts.t(
                                topic.adopted() ? "meetings.notice.adopted" : "meetings.notice.not-adopted",
                                topic.number(),
                                topic.text(),
                                topic.agreed(),
                                topic.opposed(),
                                topic.abstained()))
                .collect(Collectors.joining());
        return texts.t(
                        meeting.hasQuorum() ? "meetings.notice.body" : "meetings.notice.no-quorum",
                        file.base().name(),
                        texts.date(meeting.metOn()),
                        meeting.agreedSize(),
                        meeting.present())
                + topics;
    }

    /** Minutes that were wrong hold no more; what hung of them comes down. */
    @Transactional
    public Optional<Problem> voidMinutes(Meeting meeting, String reason, Viewer by) {
        store.lock(meeting.community());
        if (reason.isBlank()
                || reason.length() > LONGEST
                || !store.voidMinutes(meeting, reason.strip(), time.now(), by)) {
            return Optional.of(Problem.NO_REASON);
        }
        notices.retractAll(
                meeting.community(),
                meeting.origin(),
                texts.t("meetings.notice.void", reason.strip()),
                new Notices.By(by.name(), by.accountId()));
        return Optional.empty();
    }
}
