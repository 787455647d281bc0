package org.linli.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.figures.Figure;
import org.linli.figures.FigureValue;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.todo.Upcoming;

/**
 * @param kinds text keys of all kinds that wait, to filter by
 * @param divisions to narrow to; empty for hats without a division
 * @param leaves of the viewer, not over yet
 * @param deputised colleagues for whom the viewer stands in today
 * @param next what comes next while nothing waits for the viewer
 * @param figures the viewer's own area against its targets; empty for hats without a division
 * @param community the one community of this hat, null for hats that see more
 */
public record DeskPage(
        LocalDate today,
        DeskQuery query,
        List<String> kinds,
        List<Division> divisions,
        List<TodoGroup> groups,
        List<StandIns.StandIn> leaves,
        List<Deputised> deputised,
        Optional<Upcoming> next,
        List<AreaFigure> figures,
        @Nullable CommunityId community) {

    /** The groups of one column of the desk. */
    public List<TodoGroup> in(TodoGroup.Column column) {
        return groups.stream().filter(group -> group.column() == column).toList();
    }

    /** Whom the lines of the hat worn also wait for. */
    public List<String> alsoFor() {
        return deputised.stream()
                .filter(Deputised::isWorn)
                .map(one -> one.standIn().absent())
                .toList();
    }

    public boolean isFiltered() {
        return !query.isBlank();
    }

    public int depth() {
        return DeskLines.DEPTH;
    }

    /** @param target in 0.01 %, null when none is set */
    public record AreaFigure(
            Figure figure,
            DivisionCode division,
            FigureValue value,
            @Nullable Integer target) {}

    /**
     * A colleague for whom the viewer stands in.
     *
     * @param grant the viewer's own grant of the same role and scope
     * @param isWorn whether it is the hat worn: then its lines stand in the columns already
     * @param groups what waits for the colleague otherwise
     */
    public record Deputised(
            StandIns.StandIn standIn, long grant, String scopeName, boolean isWorn, List<TodoGroup> groups) {}
}
