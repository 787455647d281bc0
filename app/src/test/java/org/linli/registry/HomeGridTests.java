package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.DAY;
import static org.linli.registry.Registered.HUANGYAN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.registry.claims.ClaimGround;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LinliTest
class HomeGridTests {

    private static final String BETWEEN = "\u241F";

    @Autowired
    ClaimGround ground;

    @Autowired
    HomeGrid grid;

    @Autowired
    HomeHistories histories;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @LocalServerPort
    int port;

    CommunityId id;

    @BeforeEach
    void twoHomes() {
        id = ground.community();
    }

    private List<HomeGrid.Row> rows() {
        return grid.rows(id, 0, 0, 10, CITY);
    }

    private static Homes.NewHome with(HomeGrid.Row row, String room, long area) {
        Homes.NewHome home = row.home();
        return new Homes.NewHome(home.building(), home.unit(), room, home.use(), area, "SURVEY", home.state());
    }

    private Outcome change(LocalDate from, List<HomeGrid.Edit> edits) {
        return grid.changeMany(id, edits, from, "重新测绘", CLERK);
    }

    private static HomeGrid.Edit edit(HomeGrid.Row row, String room, long area) {
        return new HomeGrid.Edit(row.homeNo(), row.version(), with(row, room, area));
    }

    @Test
    void severalHomesChangeTogetherFromADay() {
        List<HomeGrid.Row> before = rows();

        assertThat(change(DAY, List.of(edit(before.get(0), "101", 9_001L), edit(before.get(1), "102", 9_002L))))
                .isInstanceOf(Outcome.Stored.class);

        assertThat(rows()).extracting(row -> row.home().areaDm2()).containsExactly(9_001L, 9_002L);
        assertThat(histories.home(id, 1, CITY).getFirst())
                .returns("CHANGE", HistoryEntry::act)
                .returns("重新测绘", HistoryEntry::reason)
                .returns(DAY, HistoryEntry::from);
    }

    @Test
    void oneThatCannotBeStoresNone() {
        List<HomeGrid.Row> before = rows();
        HomeGrid.Edit sound = edit(before.get(0), "101", 9_001L);

        assertThat(change(DAY, List.of(sound, edit(before.get(1), "101", 9_002L))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .contains("2.room"));
        assertThat(change(LocalDate.of(1990, 1, 1), List.of(sound)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly("1.row"));
        assertThat(change(DAY, List.of(new HomeGrid.Edit(1, before.get(0).version() + 1, sound.home()))))
                .isInstanceOf(Outcome.Overtaken.class);
        assertThat(grid.changeMany(id, List.of(sound), DAY, "错", new Clerk(2, "外人", HUANGYAN, false)))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void theTableIsSentAsABrowserDoes() {
        try (Visitor street = new StaffMember(
                        people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331002002")))
                .signedIn(port)) {
            String path = "/registry/communities/" + id + "/homes/grid";
            assertThat(street.get("/registry/communities/" + id + "?tab=homes").body())
                    .contains(path);
            String page = street.get(path).body();
            assertThat(page).contains("name=\"1.area_dm2\" value=\"89.50\"", "name=\"2.shown\"");
            List<HomeGrid.Row> before = rows();

            assertThat(street.post(path, cells(before, "一百", "测绘")).statusCode())
                    .isEqualTo(422);
            assertThat(street.post(path, cells(before, "91.00", "")).statusCode())
                    .isEqualTo(422);
            assertThat(rows()).isEqualTo(before);

            assertThat(street.post(path, cells(before, "91.00", "测绘")).statusCode())
                    .isEqualTo(303);

            assertThat(rows()).extracting(row -> row.home().areaDm2()).containsExactly(9_100L, 8_950L);
            assertThat(rows().get(1).version()).isEqualTo(before.get(1).version());
            assertThat(street.post(path, cells(before, "92.00", "测绘")).statusCode())
                    .isEqualTo(409);
        }
    }

    /** All cells as they were shown but for the area of the first home. */
    private static String[] cells(List<HomeGrid.Row> shown, String area, String reason) {
        List<String> fields = new ArrayList<>(List.of("from", DAY.toString(), "reason", reason, "building", "0"));
        for (HomeGrid.Row row : shown) {
            List<String> cells = List.of(
                    row.home().unit(),
                    row.home().room(),
                    row.home().use(),
                    "89.50",
                    "REGISTER",
                    row.home().state());
            String at = row.homeNo() + ".";
            fields.addAll(List.of(at + "version", Integer.toString(row.version())));
            fields.addAll(List.of(at + "shown", String.join(BETWEEN, cells)));
            fields.addAll(List.of(at + "unit", cells.get(0), at + "room", cells.get(1), at + "use", cells.get(2)));
            fields.addAll(List.of(at + "area_dm2", row.homeNo() == 1 ? area : cells.get(3)));
            fields.addAll(List.of(at + "area_source", cells.get(4), at + "home_state", cells.get(5)));
        }
        return fields.toArray(String[]::new);
    }
}
