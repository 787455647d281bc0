package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DivisionTreeTests {

    @Test
    void hasItsWholeNumberOfRowsAndEveryParentAboveItsChildren(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tree.csv");

        assertThat(DivisionTree.write(file)).isEqualTo(DivisionTree.ROWS);

        Set<String> seen = new HashSet<>(Set.of(""));
        for (String line : Files.readAllLines(file).subList(1, (int) DivisionTree.ROWS + 1)) {
            String[] cells = line.split(",", -1);
            assertThat(cells).hasSize(4);
            if (!seen.contains(cells[2]) || !seen.add(cells[0]) || cells[0].startsWith("33")) {
                throw new AssertionError("not in its place: " + line);
            }
        }
    }
}
