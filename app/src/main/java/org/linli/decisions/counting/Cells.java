package org.linli.decisions.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linli.decisions.counting.CountResult.Cell;
import org.linli.decisions.counting.CountResult.Cell.By;
import org.linli.rules.decisions.Weight;

/**
 * Parts of a turnout that give nobody away.
 *
 * <p>Source: domain reference h.3 [D]: a cell and its complement both have five heads or more. Smaller cells are put together,
 * and one more with them while even that is too small, so that no cell follows by subtraction.
 */
final class Cells {
    static final int FEWEST_HEADS = 5;

    private Cells() {}

    /** @param voted those who took part, by label; nothing is told of parts that leave too few outside */
    static List<Cell> of(By by, Map<String, Weight> voted) {
        List<Map.Entry<String, Weight>> bySize = new TreeMap<>(voted)
                .entrySet().stream()
                        .sorted(Comparator.comparingInt(cell -> cell.getValue().heads()))
                        .collect(Collectors.toCollection(ArrayList::new));
        Weight rest = Weight.ZERO;
        while (!bySize.isEmpty() && (isSmall(bySize.getFirst().getValue()) || rest.heads() > 0 && isSmall(rest))) {
            rest = rest.plus(bySize.removeFirst().getValue());
        }
        int cells = bySize.size() + (rest.heads() > 0 ? 1 : 0);
        if (cells < 2 || rest.heads() > 0 && isSmall(rest)) {
            return List.of();
        }
        List<Cell> told = bySize.stream()
                .sorted(Map.Entry.comparingByKey())
                .map(cell -> new Cell(by, cell.getKey(), cell.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (rest.heads() > 0) {
            told.add(new Cell(by, "", rest));
        }
        return told;
    }

    static boolean isSmall(Weight weight) {
        return weight.heads() < FEWEST_HEADS;
    }
}
