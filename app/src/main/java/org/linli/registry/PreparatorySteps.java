package org.linli.registry;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.Committees.Committee;
import org.linli.registry.Committees.Kind;
import org.linli.rules.decisions.assembly.PreparatoryGroup;
import org.linli.rules.decisions.calendar.Holidays;
import org.linli.rules.decisions.matters.RulePacks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a preparatory group does by a day: its list is posted, the developer is told and hands over the data. A day recorded again
 * replaces the earlier one, which stays readable.
 *
 * <p>Source: as {@link PreparatoryGroup}.
 */
@Service
public class PreparatorySteps {

    private final JdbcClient jdbc;
    private final Committees committees;
    private final Reach reach;
    private final BusinessTime time;

    PreparatorySteps(JdbcClient jdbc, Committees committees, Reach reach, BusinessTime time) {
        this.jdbc = jdbc;
        this.committees = committees;
        this.reach = reach;
        this.time = time;
    }

    /** One thing to do, in the order in which it is done. */
    public enum Step {
        LIST_POSTED,
        DEVELOPER_TOLD,
        DATA_HANDED_OVER
    }

    /** @param due null where nothing runs yet @param doneOn null while it is not done */
    public record Line(
            int group,
            Step step,
            @Nullable LocalDate due,
            @Nullable LocalDate doneOn) {}

    private record Done(int group, Step step, LocalDate on) {}

    /** The steps of all preparatory groups of a community. */
    public List<Line> list(CommunityId id, RowScope scope) {
        List<Done> done = done(id, scope);
        List<Line> lines = new ArrayList<>();
        for (Committee group : committees.list(id, scope)) {
            if (group.term().kind() == Kind.PREPARATORY_GROUP) {
                lines.addAll(lines(group, done));
            }
        }
        return lines;
    }

    private static List<Line> lines(Committee group, List<Done> done) {
        Map<Step, LocalDate> days = new EnumMap<>(Step.class);
        done.stream().filter(step -> step.group == group.number()).forEach(step -> days.put(step.step, step.on));
        List<Line> lines = new ArrayList<>();
        for (Step step : Step.values()) {
            lines.add(new Line(
                    group.number(),
                    step,
                    due(step, group.term().decidedOn(), days.get(Step.DEVELOPER_TOLD)),
                    days.get(step)));
        }
        return lines;
    }

    /** The last day for a step; null where nothing runs yet. @param toldOn when the developer was told, null before */
    public static @Nullable LocalDate due(Step step, LocalDate formedOn, @Nullable LocalDate toldOn) {
        return switch (step) {
            case LIST_POSTED -> PreparatoryGroup.listPostedBy(formedOn, RulePacks.TAIZHOU_2021, Holidays.NATIONAL);
            case DEVELOPER_TOLD -> null;
            case DATA_HANDED_OVER ->
                toldOn == null ? null : PreparatoryGroup.dataDue(toldOn, RulePacks.TAIZHOU_2021, Holidays.NATIONAL);
        };
    }

    private List<Done> done(CommunityId id, RowScope scope) {
        return jdbc.sql("""
                select t.committee_no, t.step, t.done_on from linli.preparatory_step t
                where t.community_id = :id and %s
                order by t.committee_no, t.step, t.version_no
                """.formatted(DatedRows.IN_SCOPE))
                .param("id", id.value())
                .params(scope.parameters())
                .query((row, n) -> new Done(
                        row.getInt("committee_no"),
                        Step.valueOf(row.getString("step")),
                        row.getObject("done_on", LocalDate.class)))
                .list();
    }

    /** Records the day of a step. Refused before the group was formed, in the future, and without the notice that data answer. */
    @Transactional
    public Outcome record(CommunityId id, int group, Step step, LocalDate on, String reason, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        Optional<Committee> found = committees
                .find(id, group, clerk.scope())
                .filter(body -> body.term().kind() == Kind.PREPARATORY_GROUP);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        LocalDate formed = found.get().term().decidedOn();
        List<Line> lines = lines(found.get(), done(id, clerk.scope()));
        LocalDate told = lines.get(Step.DEVELOPER_TOLD.ordinal()).doneOn();
        if (on.isAfter(time.today())) {
            return Outcome.Refused.of("done_on", "in-future");
        }
        if (on.isBefore(formed)) {
            return Outcome.Refused.of("done_on", "before-formation", formed);
        }
        if (step == Step.DATA_HANDED_OVER && (told == null || on.isBefore(told))) {
            return Outcome.Refused.of("done_on", "developer-not-told");
        }
        insert(id, group, step, on, reason, clerk);
        return new Outcome.Stored(Integer.toString(group));
    }

    private void insert(CommunityId id, int group, Step step, LocalDate on, String reason, Clerk clerk) {
        jdbc.sql("""
                insert into linli.preparatory_step
                    (community_id, committee_no, step, version_no, done_on, reason, recorded_at, recorded_by)
                select :id, :group, :step, coalesce(max(version_no), 0) + 1, :on, :reason, :at, :by
                from linli.preparatory_step where community_id = :id and committee_no = :group and step = :step
                """)
                .param("id", id.value())
                .param("group", group)
                .param("step", step.name())
                .param("on", on)
                .param("reason", reason)
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .param("by", clerk.name())
                .update();
    }
}
