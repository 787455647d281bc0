package org.linli.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.platform.scope.Role;
import org.linli.rules.codes.ResidentId;
import org.linli.testing.LinliTest;
import org.linli.testing.OwnDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Homes and owners: a batch in memory at a time, a few statements to store, two people to accept. */
@LinliTest
class HomesImportTests {

    /** Twenty thousand in each test run, ten times as many in the long one. */
    private static final int HOMES = OwnDatabase.SOAK ? 200_000 : 20_000;

    private static final List<String> HEADER =
            List.of("小区编码", "楼幢", "单元", "房号", "用途", "建筑面积", "状态", "业主姓名", "证件号码", "电话", "共有方式", "份额");

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    private String community() {
        return jdbc.sql("select code from linli.community where community_id = 700")
                .query(String.class)
                .single();
    }

    private static String id(int number) {
        String first17 = "331002" + (1950 + number % 50) + "0101" + String.format("%03d", number % 1000);
        return first17 + ResidentId.checkCharacter(first17);
    }

    private long count(String table, long id) {
        return jdbc.sql("select count(*) from linli." + table
                        + " where community_id = 700 and import_id = :id and superseded_at is null")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private ImportSteps second() {
        return ImportSteps.as(imports, 302, Role.CITY, "3310");
    }

    @Test
    void manyHomesGoInWholeAndOutAgain() {
        String code = community();
        List<List<?>> rows = new ArrayList<>();
        for (int i = 0; i < HOMES; i++) {
            rows.add(List.of(
                    code,
                    "测" + (i / 500) + "号楼",
                    Integer.toString(i % 2 + 1),
                    Integer.toString(i % 500),
                    "住宅",
                    "89.50",
                    "已交付",
                    "张" + i % 1_000,
                    id(i % 1000),
                    "13800000000",
                    "单独所有",
                    ""));
        }
        ImportSteps clerk = ImportSteps.as(imports, 301, Role.CITY, "3310");
        long id = clerk.checked(ImportKind.HOMES, ImportSteps.sheet(HEADER, rows));
        assertThat(clerk.problems(id)).isEmpty();
        assertThat(clerk.summary(id).stored()).isEqualTo(HOMES);
        assertThat(clerk.summary(id).of("owner").added())
                .as("the same number is the same owner")
                .isEqualTo(1_000);
        assertThat(imports.groups(id))
                .extracting(Group::code)
                .containsExactlyInAnyOrder("CAUSE_ASSUMED", "REGISTERED_DAY_ASSUMED");
        assertThat(imports.groups(id)).extracting(Group::count).containsOnly(HOMES);
        assertThat(imports.groups(id)).extracting(Group::findings).allMatch(kept -> kept <= HOMES / 2_000 + 1);
        assertThat(imports.countOpenFindings(id)).isEqualTo(2 * HOMES);
        clerk.confirmAll(id);
        assertThatThrownBy(() -> clerk.accept(id))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("SECOND_PERSON"));

        Import stored = second().accept(id);
        assertThat(stored.state()).as(String.valueOf(stored.refusal())).isEqualTo(ImportState.STORED);
        assertThat(count("home", id)).isEqualTo(HOMES);
        assertThat(count("owner", id)).isEqualTo(1_000);
        assertThat(count("ownership", id)).isEqualTo(HOMES);
        assertThat(jdbc.sql("select count(*) from linli.home_intake")
                        .query(Long.class)
                        .single())
                .isZero();

        assertEachRowCollides(clerk, rows);
        second().undo(id);
        assertThat(count("home", id) + count("owner", id) + count("ownership", id))
                .isZero();
    }

    /** However many rows collide with what is stored, all are counted. */
    private void assertEachRowCollides(ImportSteps clerk, List<List<?>> rows) {
        long twice = clerk.checked(ImportKind.HOMES, ImportSteps.sheet(HEADER, rows));

        assertThat(imports.groups(twice).getFirst().code()).isEqualTo("ROOM_EXISTS");
        assertThat(imports.groups(twice).getFirst().count()).isEqualTo(HOMES);
        assertThat(clerk.summary(twice).refused()).isEqualTo(HOMES);
        assertThat(clerk.summary(twice).stored()).isZero();
    }

    @Test
    void eachBadHomeIsNamed() {
        String code = community();
        ImportSteps clerk = ImportSteps.as(imports, 301, Role.CITY, "3310");
        long id = clerk.checked(
                ImportKind.HOMES,
                ImportSteps.sheet(
                        HEADER,
                        List.of(
                                List.of(
                                        code,
                                        "坏1幢",
                                        "1",
                                        "101",
                                        "住宅",
                                        "89.50",
                                        "已交付",
                                        "张三",
                                        "331002199002300017",
                                        "",
                                        "单独所有",
                                        ""),
                                List.of(code, "坏1幢", "1", "102", "住宅", "89.50", "已交付", "张三、李四", id(1), "", "", ""),
                                List.of(code, "坏1幢", "1", "103", "住宅", "89.50", "已交付", "王五", id(2), "", "", ""),
                                List.of(code, "坏1幢", "1", "103", "住宅", "89.50", "已交付", "王五", id(2), "", "", ""),
                                List.of(
                                        "33100200299999",
                                        "坏1幢",
                                        "1",
                                        "104",
                                        "住宅",
                                        "89.50",
                                        "已交付",
                                        "王五",
                                        id(2),
                                        "",
                                        "",
                                        ""),
                                List.of(
                                        code,
                                        "坏1幢",
                                        "1",
                                        "105",
                                        "住宅",
                                        "89.50",
                                        "已交付",
                                        "王五、赵六",
                                        id(2) + "、" + id(3),
                                        "",
                                        "按份共有",
                                        "1/3、1/3"),
                                List.of(
                                        code,
                                        "1幢",
                                        "1",
                                        existingRoom(),
                                        "住宅",
                                        "89.50",
                                        "已交付",
                                        "王五",
                                        id(2),
                                        "",
                                        "",
                                        ""))));

        assertThat(clerk.problems(id))
                .containsExactly(
                        "2 ID_NUMBERS RESIDENT_ID",
                        "3 ID_NUMBERS OWNER_COUNT",
                        "5 ROOM ROOM_TWICE",
                        "6 COMMUNITY_CODE UNKNOWN_COMMUNITY_CODE",
                        "7 SHARES SHARES",
                        "8 ROOM ROOM_EXISTS");
        assertThat(imports.findings(id, "PROBLEM:ID_NUMBERS:RESIDENT_ID", 1, 1)
                        .getFirst()
                        .args())
                .containsExactly("", "~imports.code.DATE");
        assertThat(imports.findings(id, "PROBLEM:ROOM:ROOM_TWICE", 1, 1)
                        .getFirst()
                        .args())
                .containsExactly("坏1幢-1-103", "4");
        assertThatThrownBy(() -> second().accept(id)).isInstanceOf(ImportRefused.class);
    }

    /** Rolls are made of owners: which of two names a number belongs to is asked, never chosen. */
    @Test
    void oneNumberUnderTwoNamesIsAProblemAndNobodyIsMerged() {
        String code = community();
        ImportSteps clerk = ImportSteps.as(imports, 301, Role.CITY, "3310");
        long first = clerk.checked(
                ImportKind.HOMES,
                ImportSteps.sheet(
                        HEADER,
                        List.of(
                                owned(code, "名甲", "101", "赵一", id(71)),
                                owned(code, "名甲", "102", "赵 一", id(71)),
                                owned(code, "名甲", "103", "钱二、孙三", id(72) + "、" + id(71)))));
        assertThat(clerk.problems(first)).containsExactly("4 ID_NUMBERS ID_OF_OTHER_NAME");
        assertThat(imports.findings(first, "PROBLEM:ID_NUMBERS:ID_OF_OTHER_NAME", 0, 1)
                        .getFirst()
                        .args())
                .containsExactly("2");

        long right = clerk.checked(
                ImportKind.HOMES, ImportSteps.sheet(HEADER, List.of(owned(code, "名乙", "101", "赵一", id(71)))));
        clerk.confirmAll(right);
        assertThat(second().accept(right).state()).isEqualTo(ImportState.STORED);
        long other = clerk.checked(
                ImportKind.HOMES, ImportSteps.sheet(HEADER, List.of(owned(code, "名丙", "101", "李四", id(71)))));

        assertThat(clerk.problems(other)).containsExactly("2 ID_NUMBERS ID_KNOWN_OTHERWISE");
        assertThat(count("owner", right)).isEqualTo(1);
        second().undo(right);
    }

    private static List<?> owned(String code, String building, String room, String names, String numbers) {
        String form = names.contains("、") ? "共同共有" : "单独所有";
        return List.of(code, building + "幢", "1", room, "住宅", "80.00", "已交付", names, numbers, "", form, "");
    }

    private String existingRoom() {
        return jdbc.sql("""
                select room from linli.home where community_id = 700 and building_no = 1 and unit = '1'
                and superseded_at is null and import_id is null order by home_no limit 1
                """).query(String.class).single();
    }
}
