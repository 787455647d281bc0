package org.linli.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.figures.Figure;
import org.linli.figures.FigureValue;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.todo.Upcoming;

/**
 * @param next what comes next while nothing waits for the viewer
 * @param figures the viewer's own area against its targets; empty for hats without a division
 * @param community the one community of this hat, null for hats that see more
 */
public record DeskPage(
        LocalDate today,
        List<TodoGroup> groups,
        Optional<Upcoming> next,
        List<AreaFigure> figures,
        @Nullable CommunityId community) {

    /** The groups of one column of the desk. */
    public List<TodoGroup> in(TodoGroup.Column column) {
        return groups.stream().filter(group -> group.column() == column).toList();
    }

    /** @param target in 0.01 %, null when none is set */
    public record AreaFigure(
            Figure figure,
            DivisionCode division,
            FigureValue value,
            @Nullable Integer target) {}
}
