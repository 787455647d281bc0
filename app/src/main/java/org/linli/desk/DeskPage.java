package org.linli.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.figures.Figure;
import org.linli.figures.FigureValue;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.todo.TodoGroup;

/**
 * @param figures the viewer's own area against its targets; empty for hats without a division
 * @param community the one community of this hat, null for hats that see more
 */
public record DeskPage(
        LocalDate today,
        List<TodoGroup> groups,
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
