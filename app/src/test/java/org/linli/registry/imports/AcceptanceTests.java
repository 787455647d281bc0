package org.linli.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.linli.figures.AsOf;
import org.linli.figures.Figures;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.FiguresMoved;
import org.linli.rules.codes.CreditCode;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** All or nothing, once, and back again. */
@LinliTest
class AcceptanceTests {

    private static final List<String> HEADER =
            List.of("小区名称", "街道", "社区", "地址", "物业企业名称", "统一社会信用代码", "合同起止时间", "物业费", "服务开始日期", "服务内容");

    @Autowired
    private Imports imports;

    @Autowired
    private ImportWork work;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Figures figures;

    @Autowired
    private BusinessTime time;

    @Autowired
    private TransactionTemplate transaction;

    private long ready(ImportSteps clerk, String name, String organisation) {
        String code = CreditCode.complete("91331004", organisation);
        long id = clerk.checked(
                ImportKind.STREET_RETURN,
                ImportSteps.sheet(
                        HEADER,
                        List.of(List.of(
                                name,
                                "路桥街道",
                                "",
                                name + "路1号",
                                name + "物业服务有限公司",
                                code,
                                "2023-01-01至2025-12-31",
                                "1.50",
                                "2023-11-01",
                                "保洁、秩序维护"))));
        assertThat(clerk.problems(id)).isEmpty();
        clerk.confirmAll(id);
        return id;
    }

    private long stored(long id) {
        return jdbc.sql("select count(*) from linli.community_version where reason = :reason and superseded_at is null")
                .param("reason", Imports.reason(id))
                .query(Long.class)
                .single();
    }

    private long covered(LocalDate day) {
        return figures.value(
                        figures.find("professional-coverage").orElseThrow(), AsOf.day(day), new DivisionCode("3310"))
                .numerator();
    }

    @Test
    void aConfirmedStartOfServiceCountsAndCountsNoMoreAfterUndo() {
        ImportSteps clerk = ImportSteps.city(imports);
        long before = covered(time.today());
        long id = ready(clerk, "甲子测试苑", "JT000001");
        clerk.accept(id);

        assertThat(covered(time.today())).isEqualTo(before + 1);
        assertThat(clerk.receipt(id).of("engagement").added()).isEqualTo(1);
        assertThat(clerk.receipt(id).of("company").added()).isEqualTo(1);

        clerk.undo(id);
        assertThat(covered(time.today())).isEqualTo(before);
        assertThat(stored(id)).isZero();
        assertThatThrownBy(() -> clerk.undo(id)).isInstanceOf(ImportRefused.class);
    }

    @Test
    void theSameSheetAgainSaysThatNothingIsNew() {
        ImportSteps clerk = ImportSteps.city(imports);
        long first = ready(clerk, "乙丑测试苑", "JT000002");
        clerk.accept(first);
        long again = ready(clerk, "乙丑测试苑", "JT000002");

        assertThat(clerk.summary(again).same()).isEqualTo(1);
        assertThat(clerk.summary(again).stored()).isZero();
        clerk.undo(first);
    }

    @Test
    void anImportOnWhichALaterOneStandsIsNotTakenBack() {
        ImportSteps clerk = ImportSteps.city(imports);
        long first = ready(clerk, "丙寅测试苑", "JT000003");
        clerk.accept(first);
        long second = clerk.checked(
                ImportKind.COMMUNITIES,
                ImportSteps.sheet(
                        List.of("小区名称", "街道", "地址", "户数"), List.of(List.of("丙寅测试苑", "路桥街道", "丙寅测试苑路1号", "88"))));
        assertThat(clerk.summary(second).of("community").changed()).isEqualTo(1);
        assertThat(imports.changing(second, 0, 10).getFirst().changes())
                .containsExactly(new Change("community", Column.HOUSEHOLDS, "", "88"));
        clerk.accept(second);

        assertThatThrownBy(() -> clerk.undo(first))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("DEPENDS"));
        assertThat(clerk.get(first).state()).isEqualTo(ImportState.STORED);
        clerk.undo(second);
        assertThat(stored(second)).isZero();
    }

    /** No sheet of a street says how many gates there are; that is no reason to forget them. */
    @Test
    void whatNoSheetSaysStaysAsItIs() {
        ImportSteps clerk = ImportSteps.city(imports);
        long first = ready(clerk, "辛巳测试苑", "JT000031");
        clerk.accept(first);
        jdbc.sql("update linli.community_version set gates = 3, fund_balance_fen = 12345 where reason = :reason")
                .param("reason", Imports.reason(first))
                .update();
        long second = clerk.checked(
                ImportKind.COMMUNITIES,
                ImportSteps.sheet(
                        List.of("小区名称", "街道", "地址", "户数"), List.of(List.of("辛巳测试苑", "路桥街道", "辛巳测试苑路1号", "88"))));
        clerk.accept(second);

        assertThat(jdbc.sql("""
                        select gates, fund_balance_fen from linli.community_version
                        where name = '辛巳测试苑' and superseded_at is null
                        """)
                        .query((row, n) -> row.getInt(1) + "/" + row.getLong(2))
                        .list())
                .isNotEmpty()
                .containsOnly("3/12345");
        clerk.undo(second);
    }

    @Test
    void ofTwoWhoAcceptAtOnceOneGetsTheReceipt() throws Exception {
        ImportSteps clerk = ImportSteps.city(imports);
        long id = ready(clerk, "丁卯测试苑", "JT000004");
        List<String> answers = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<String> accept = () -> {
                imports.accept(clerk.viewer(), clerk.scope(), id);
                return "ACCEPTED";
            };
            for (Future<String> future : both.invokeAll(List.of(accept, accept))) {
                try {
                    answers.add(future.get());
                } catch (ExecutionException e) {
                    answers.add(e.getCause() instanceof ImportRefused refused ? refused.code() : String.valueOf(e));
                }
            }
        }
        clerk.await(id);

        assertThat(answers).containsExactlyInAnyOrder("ACCEPTED", "STATE");
        assertThat(stored(id)).isEqualTo(1);
        clerk.undo(id);
    }

    @Test
    void aStoreBrokenOffLeavesNothingAndIsDoneAgainOnce() {
        ImportSteps clerk = ImportSteps.city(imports);
        long id = ready(clerk, "戊辰测试苑", "JT000005");
        jdbc.sql(
                        "update platform.import set state = 'STORING', rows_done = 0, accepted_by = 1, acceptor = '甲' where import_id = :id")
                .param("id", id)
                .update();

        transaction.executeWithoutResult(status -> {
            work.store(id);
            assertThat(stored(id)).isEqualTo(1);
            assertThat(seenByOthers(id))
                    .as("how far it has come, while nothing of it is to be seen")
                    .isEqualTo("STORING 1/1");
            status.setRollbackOnly();
        });
        assertThat(stored(id)).isZero();
        assertThat(clerk.get(id).state()).isEqualTo(ImportState.STORING);

        work.store(id);
        work.store(id);
        assertThat(stored(id)).isEqualTo(1);
        assertThat(clerk.get(id).state()).isEqualTo(ImportState.STORED);
        clerk.undo(id);
    }

    private String seenByOthers(long id) {
        TransactionTemplate apart =
                new TransactionTemplate(java.util.Objects.requireNonNull(transaction.getTransactionManager()));
        apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        return java.util.Objects.requireNonNull(apart.execute(status -> jdbc.sql(
                        "select state || ' ' || rows_done || '/' || rows_total from platform.import where import_id = :id")
                .param("id", id)
                .query(String.class)
                .single()));
    }

    @Test
    void whatHasMovedSinceTheCheckIsShownAgainAndNotStored() {
        ImportSteps clerk = ImportSteps.city(imports);
        long late = ready(clerk, "己巳测试苑", "JT000006");
        long early = ready(clerk, "己巳测试苑", "JT000006");
        clerk.accept(early);

        Import back = clerk.accept(late);

        assertThat(back.state()).isEqualTo(ImportState.CHECKED);
        assertThat(back.refusal()).isEqualTo("REGISTRY_MOVED");
        assertThat(clerk.summary(late).same()).isEqualTo(1);
        clerk.undo(early);
    }

    @Test
    void aRowLeftOutIsNamedInTheReceipt() {
        ImportSteps clerk = ImportSteps.city(imports);
        long id = clerk.checked(
                ImportKind.COMMUNITIES,
                ImportSteps.sheet(
                        List.of("小区名称", "街道", "地址", "户数"),
                        List.of(List.of("庚午测试苑", "路桥街道", "庚午路1号", "88"), List.of("辛未测试苑", "路桥街道", "辛未路1号", "约100户"))));
        assertThat(clerk.problems(id)).containsExactly("3 HOUSEHOLDS APPROXIMATE");
        clerk.exclude(id, 3);
        clerk.accept(id);

        assertThat(clerk.receipt(id).excluded()).isEqualTo(1);
        assertThat(clerk.receipt(id).stored()).isEqualTo(1);
        assertThat(imports.excluded(id)).containsExactly(java.util.Map.entry(3, "重复"));
        assertThat(stored(id)).isEqualTo(1);
        clerk.undo(id);
    }

    @Test
    void aRowLeftOutNeedsAReasonAndCanBeTakenInAgain() {
        ImportSteps clerk = ImportSteps.city(imports);
        long id = clerk.checked(
                ImportKind.COMMUNITIES,
                ImportSteps.sheet(
                        List.of("小区名称", "街道", "地址", "户数"), List.of(List.of("壬申测试苑", "路桥街道", "壬申路1号", "约100户"))));
        assertThatThrownBy(() -> imports.fix(clerk.viewer(), clerk.scope(), id, 2, Imports.EXCLUDE, " "))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NO_REASON"));
        clerk.exclude(id, 2);
        assertThat(clerk.problems(id)).isEmpty();

        imports.include(clerk.scope(), id, 2);

        assertThat(imports.excluded(id)).isEmpty();
        assertThat(clerk.problems(id)).containsExactly("2 HOUSEHOLDS APPROXIMATE");
    }

    @Test
    void theFiguresItWouldMoveAreToldAndNothingIsStored() {
        ImportSteps clerk = ImportSteps.city(imports);
        long id = clerk.checked(
                ImportKind.COMMUNITIES,
                ImportSteps.sheet(
                        List.of("小区名称", "街道", "地址", "户数"),
                        List.of(List.of("癸酉测试苑", "路桥街道", "癸酉路1号", "88"), List.of("甲戌测试苑", "路桥街道", "甲戌路1号", "66"))));

        List<FiguresMoved.Moved> moved = imports.moved(clerk.scope(), id);

        assertThat(moved)
                .filteredOn(
                        one -> one.figure().equals("communities") && one.place().equals("台州市"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.after().numerator())
                        .isEqualTo(one.before().numerator() + 2));
        assertThat(moved).noneMatch(one -> one.day().isBefore(LocalDate.of(2023, 11, 3)));
        assertThat(clerk.get(id).state()).isEqualTo(ImportState.CHECKED);
        assertThat(imports.moved(clerk.scope(), id)).isEqualTo(moved);
    }

    @Test
    void theClerkPointsAtAnotherHeaderRow() {
        ImportSteps clerk = ImportSteps.city(imports);
        long id = clerk.upload(
                ImportKind.COMMUNITIES,
                ImportSteps.sheet(
                        List.of("小区名称", "街道", "地址", "户数"),
                        List.of(List.of("小区", "所属街道", "坐落", "总户数"), List.of("乙亥测试苑", "路桥街道", "乙亥路1号", "88"))));
        assertThat(imports.top(clerk.get(id), 0).rows())
                .extracting(Imports.OriginalRow::number)
                .containsExactly(1, 2, 3);

        imports.begin(clerk.scope(), id, 0, 2);

        assertThat(clerk.get(id).headerRow()).isEqualTo(2);
        assertThat(clerk.get(id).headers()).containsExactly("小区", "所属街道", "坐落", "总户数");
        assertThatThrownBy(() -> imports.begin(clerk.scope(), id, 0, 9))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NO_SUCH_ROW"));
    }

    @Test
    void aTextFileNamedAsExcelIsToldFromOneWithoutAHeader() {
        ImportSteps clerk = ImportSteps.city(imports);

        assertThatThrownBy(() -> imports.upload(
                        clerk.viewer(),
                        ImportKind.COMMUNITIES,
                        "",
                        "小区.XLSX",
                        new java.io.ByteArrayInputStream("你好".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NOT_EXCEL"));
    }
}
