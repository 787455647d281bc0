package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.registry.imports.Column;
import org.linli.rules.codes.ResidentId;

class HomeRowsTests {

    private static final int ROOM = HomeRows.meanings().indexOf(Column.ROOM);
    private static final int BUILDING = HomeRows.meanings().indexOf(Column.BUILDING);
    private static final int COMMUNITY = HomeRows.meanings().indexOf(Column.COMMUNITY_CODE);
    private static final int IDS = HomeRows.meanings().indexOf(Column.ID_NUMBERS);

    @Test
    void givesEveryHomeItsOwnRoomAndEveryOwnerASoundNumberOfTheirOwn() {
        HomeRows rows = new HomeRows(List.of("a", "b", "c"));
        Set<String> rooms = new HashSet<>();
        Set<String> owners = new HashSet<>();
        int people = 0;

        for (int i = 0; i < 30_000; i++) {
            List<String> row = rows.row(i);
            rooms.add(row.get(COMMUNITY) + " " + row.get(BUILDING) + " " + row.get(ROOM));
            for (String id : row.get(IDS).split("、", -1)) {
                assertThat(ResidentId.problem(id)).as(id).isEmpty();
                owners.add(id);
                people++;
            }
            assertThat(String.join("", row)).doesNotContain(",", "\"");
        }

        assertThat(rooms).hasSize(30_000);
        assertThat(owners).hasSize(people).hasSize(40_000);
    }
}
