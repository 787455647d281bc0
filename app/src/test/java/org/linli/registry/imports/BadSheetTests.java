package org.linli.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.scope.Role;
import org.linli.platform.web.NotFound;
import org.linli.registry.Clerk;
import org.linli.registry.Communities;
import org.linli.registry.CommunityEnds;
import org.linli.registry.Companies;
import org.linli.registry.CompanyBase;
import org.linli.registry.CompanyExits;
import org.linli.registry.Ending;
import org.linli.registry.Fields;
import org.linli.registry.Registered;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is wrong with sheets is said by row and column, and stores nothing. */
@LinliTest
class BadSheetTests {

    private static final List<String> HEADER =
            List.of("小区名称", "街道", "社区", "地址", "物业企业名称", "统一社会信用代码", "合同开始日期", "合同结束日期", "总建筑面积");
    private static final String CODE = "91331002A000000113";

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private org.linli.registry.CompanyCodes codes;

    @Autowired
    private Communities communities;

    @Autowired
    private Companies companies;

    @Autowired
    private CompanyExits exits;

    @Autowired
    private CommunityEnds ends;

    @Autowired
    private Divisions divisions;

    private ImportSteps street() {
        return ImportSteps.as(imports, 201, Role.STREET, "331002002");
    }

    private List<String> problemsOf(Object... cells) {
        ImportSteps clerk = street();
        long id = clerk.checked(ImportKind.STREET_RETURN, ImportSteps.sheet(HEADER, List.of(List.of(cells))));
        assertThatThrownBy(() -> clerk.accept(id)).isInstanceOf(ImportRefused.class);
        return clerk.problems(id);
    }

    @Test
    void eachBadCellIsNamedByRowAndColumn() {
        assertThat(problemsOf("坏表一", "白云街道", "界牌社区", "甲路1号", "坏表物业", "91331002MA2KXXXX99", "2023-01-01", "", "1"))
                .containsExactly("2 COMPANY_CODE CREDIT_CODE");
        assertThat(problemsOf("坏表二", "葭沚街道", "新景社区", "甲路2号", "", "", "", "", "1"))
                .containsExactly("2 STREET STREET_OUTSIDE");
        assertThat(problemsOf("坏表三", "无此街道", "", "甲路3号", "", "", "", "", "1"))
                .containsExactly("2 STREET UNKNOWN_STREET");
        assertThat(problemsOf("坏表四", "白云街道", "无此社区", "甲路4号", "", "", "", "", "1"))
                .containsExactly("2 NEIGHBOURHOOD UNKNOWN_NEIGHBOURHOOD");
        assertThat(problemsOf("坏表五", "白云街道", "界牌社区", "甲路5号", "坏表物业", CODE, "2023-02-01", "2023-01-01", "1"))
                .containsExactly("2 CONTRACT_TO END_BEFORE_START");
        assertThat(problemsOf("坏表六", "白云街道", "界牌社区", "甲路6号", "坏表物业", CODE, "2023-02-30", "", "1"))
                .containsExactly("2 CONTRACT_FROM NO_SUCH_DAY");
        assertThat(problemsOf("坏表七", "白云街道", "界牌社区", "甲路7号", "", "", "", "", "约3万㎡"))
                .containsExactly("2 GFA APPROXIMATE");
    }

    @Test
    void theMostFrequentProblemComesFirstAndIsMendedInAllItsRows() {
        List<String> header = List.of("小区名称", "街道", "社区", "地址", "总建筑面积", "户数", "建成年份");
        ImportSteps clerk = street();
        long id = clerk.checked(
                ImportKind.COMMUNITIES,
                ImportSteps.sheet(
                        header,
                        List.of(
                                List.of("频次苑甲", "白云街道", "界牌社区", "庚路1号", "1", "-5", "2001"),
                                List.of("频次苑乙乙", "白云街道", "界牌社区", "庚路2号", "约3万㎡", "10", "2001"),
                                List.of("频次苑丙丙丙", "白云街道", "界牌社区", "庚路3号", "约2万㎡", "10", "2025"),
                                List.of("频次苑丁丁丁丁", "白云街道", "界牌社区", "庚路4号", "约1万㎡", "约9户", "2001"),
                                List.of("频次苑戊戊戊戊戊", "白云街道", "界牌社区", "庚路5号", "1", "约8户", "2001"))));

        assertThat(imports.groups(id).stream().filter(group -> group.severity() == Severity.PROBLEM))
                .extracting(group -> group.column() + " " + group.code() + " " + group.count())
                .containsExactly(
                        "GFA APPROXIMATE 3",
                        "HOUSEHOLDS APPROXIMATE 2",
                        "HOUSEHOLDS NEGATIVE 1",
                        "YEAR_BUILT BUILT_TOO_LATE 1");

        imports.fixAll(clerk.viewer(), clerk.scope(), id, "PROBLEM:GFA:APPROXIMATE", "GFA", "", true);
        imports.fixAll(clerk.viewer(), clerk.scope(), id, "PROBLEM:HOUSEHOLDS:APPROXIMATE", "HOUSEHOLDS", " 7 ", false);

        assertThat(clerk.problems(id)).containsExactly("2 HOUSEHOLDS NEGATIVE", "4 YEAR_BUILT BUILT_TOO_LATE");
        assertThat(clerk.returned(id).values().stream().map(row -> row.get(4) + " " + row.get(5)))
                .containsExactly("总建筑面积 户数", "1 -5", "30000.00 10", "20000.00 10", "10000.00 7", "1 7");
    }

    @Test
    void howManyRowsAreNoDataIsExact() {
        List<List<?>> rows = new ArrayList<>(List.of(List.of("计数苑测试", "白云街道", "界牌社区", "辛路1号")));
        for (int i = 0; i < 600; i++) {
            rows.add(List.of("注：第" + i + "条"));
        }
        ImportSteps clerk = street();
        long id = clerk.checked(ImportKind.COMMUNITIES, ImportSteps.sheet(List.of("小区名称", "街道", "社区", "地址"), rows));

        assertThat(clerk.summary(id).skipped()).isEqualTo(600);
        assertThat(clerk.summary(id).rows()).isEqualTo(1);
    }

    @Test
    void aCommunityTwiceAtOneAddressIsAProblemAndAtTwoAQuestion() {
        ImportSteps clerk = street();
        List<?> first = List.of("重名苑测试", "白云街道", "界牌社区", "乙路1号", "", "", "", "", "1");
        long same = clerk.checked(ImportKind.STREET_RETURN, ImportSteps.sheet(HEADER, List.of(first, first)));
        assertThat(clerk.problems(same)).containsExactly("3 COMMUNITY_NAME DUPLICATE_NAME");

        List<?> other = List.of("重名苑测试", "白云街道", "界牌社区", "乙路2号", "", "", "", "", "1");
        long apart = clerk.checked(ImportKind.STREET_RETURN, ImportSteps.sheet(HEADER, List.of(first, other)));
        assertThat(clerk.problems(apart)).isEmpty();
        assertThat(clerk.findings(apart, Severity.QUESTION))
                .containsExactly("2 COMMUNITY_NAME DUPLICATE_NAME", "3 COMMUNITY_NAME DUPLICATE_NAME");
    }

    @Test
    void aWrongCodePassesOnlyOnceTheRegisterHoldsItConfirmed() {
        String sound = Registered.companyCode();
        String wrong = sound.substring(0, 17) + (sound.endsWith("0") ? "1" : "0");
        List<?> row = List.of("放行苑测试", "白云街道", "", "丙路1号", "放行物业", wrong, "2023-01-01", "", "1");
        ImportSteps clerk = street();
        long id = clerk.checked(ImportKind.STREET_RETURN, ImportSteps.sheet(HEADER, List.of(row)));
        assertThat(clerk.problems(id)).containsExactly("2 COMPANY_CODE CREDIT_CODE");
        assertThatThrownBy(() -> imports.fix(clerk.viewer(), clerk.scope(), id, 2, "#override", "见证照"))
                .isInstanceOf(NotFound.class);

        Fields fields = new Fields(Map.of("name", "放行物业", "division_code", "331002", "filed_on", "2023-11-03"));
        InputStream scan = new ByteArrayInputStream("%PDF-1.7 scan".getBytes(StandardCharsets.UTF_8));
        Clerk street = new Clerk(201, "街道", clerk.scope(), false);
        codes.register(wrong, CompanyBase.read(fields, divisions), "见证照", scan, "登记", street);
        long waits = clerk.checked(ImportKind.STREET_RETURN, ImportSteps.sheet(HEADER, List.of(row)));
        assertThat(clerk.problems(waits)).containsExactly("2 COMPANY_CODE CREDIT_CODE_WAITS");

        codes.decide(new CompanyCode(wrong), 1, true, "与原件一致", Registered.CLERK);
        long right = clerk.checked(ImportKind.STREET_RETURN, ImportSteps.sheet(HEADER, List.of(row)));
        assertThat(clerk.problems(right)).isEmpty();
        clerk.confirmAll(right);
        assertThat(clerk.accept(right).state()).isEqualTo(ImportState.STORED);
        clerk.undo(right);
    }

    @Test
    void nothingIsRecordedOfACompanyThatLeftOrACommunityThatEnded() {
        LocalDate from = LocalDate.of(2023, 10, 10);
        LocalDate ended = LocalDate.of(2023, 10, 20);
        String company = Registered.companyCode();
        Fields fields = new Fields(Map.of("name", "退出物业测试", "division_code", "331002", "filed_on", from.toString()));
        companies.register(company, CompanyBase.read(fields, divisions), "登记", Registered.CLERK);
        exits.leave(new CompanyCode(company), 1, Ending.Kind.LEFT, ended, "退出", paper(), Registered.CLERK);
        Map<String, String> typed = Registered.typed(Registered.name());
        CommunityId gone =
                Registered.id(communities.register(Registered.base(divisions, typed), from, "登记", Registered.CLERK));
        ends.end(gone, 1, ended, null, "拆迁", paper(), Registered.CLERK);
        CommunityId there = Registered.community(communities, divisions);
        ImportSteps city = ImportSteps.city(imports);

        long id = city.checked(
                ImportKind.ENGAGEMENTS,
                ImportSteps.sheet(
                        List.of("小区编码", "统一社会信用代码", "合同开始日期", "合同结束日期"),
                        List.of(
                                List.of(code(there), company, "2023-11-01", "2025-12-31"),
                                List.of(code(there), company, "2023-10-15", "2023-10-30"),
                                List.of(
                                        code(gone),
                                        Registered.company(companies, divisions),
                                        "2023-11-01",
                                        "2025-12-31"))));

        assertThat(city.problems(id))
                .contains("2 COMPANY_CODE COMPANY_LEFT", "4 COMMUNITY_NAME COMMUNITY_ENDED")
                .doesNotContain("3 COMPANY_CODE COMPANY_LEFT");
    }

    private static InputStream paper() {
        return new ByteArrayInputStream("%PDF-1.7 paper".getBytes(StandardCharsets.UTF_8));
    }

    private String code(CommunityId id) {
        return jdbc.sql("select code from linli.community where community_id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    @Test
    void overlappingContractsInOneSheetAreAProblem() {
        ImportSteps city = ImportSteps.city(imports);
        String community = jdbc.sql("""
                select c.code from linli.community c
                join linli.community_version v on v.community_id = c.community_id and v.superseded_at is null and v.valid_to is null
                where not exists (select 1 from linli.engagement_version e where e.community_id = c.community_id)
                order by 1 limit 1
                """).query(String.class).single();
        String company = jdbc.sql("select min(company_code) from linli.company_version where superseded_at is null")
                .query(String.class)
                .single();
        long id = city.checked(
                ImportKind.ENGAGEMENTS,
                ImportSteps.sheet(
                        List.of("小区编码", "统一社会信用代码", "合同开始日期", "合同结束日期"),
                        List.of(
                                List.of(community, company, "2024-01-01", "2024-12-31"),
                                List.of(community, company, "2024-06-01", "2025-12-31"))));
        assertThat(city.problems(id)).containsExactly("3 CONTRACT_FROM ENGAGEMENTS_OVERLAP");
    }

    @Test
    void aFormulaInARowOfDataIsAProblem() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFSheet sheet = book.createSheet("小区");
            HSSFRow titles = sheet.createRow(0);
            HSSFRow row = sheet.createRow(1);
            List<String> cells = List.of("公式苑测试", "白云街道", "", "丁路1号", "", "", "", "");
            for (int i = 0; i < HEADER.size(); i++) {
                titles.createCell(i).setCellValue(HEADER.get(i));
                if (i < cells.size()) {
                    row.createCell(i).setCellValue(cells.get(i));
                }
            }
            row.createCell(8).setCellFormula("1+1");
            book.write(out);
        }
        ImportSteps clerk = street();
        long id = clerk.checked(ImportKind.STREET_RETURN, new ByteArrayInputStream(out.toByteArray()));
        assertThat(clerk.problems(id)).containsExactly("2 GFA FORMULA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void separatedTextIsReadInBothEncodings(String charset) {
        String text = "小区名称,街道,社区,地址\n编码苑测试,白云街道,界牌社区,戊路1号\n";
        ImportSteps clerk = street();
        long id = clerk.upload(
                ImportKind.COMMUNITIES, "test.csv", new ByteArrayInputStream(text.getBytes(Charset.forName(charset))));
        clerk.map(id);
        assertThat(clerk.problems(id)).isEmpty();
        assertThat(clerk.summary(id).of("community").added()).isEqualTo(1);
    }

    @Test
    void filesThatAreNoSheetsAreRefusedAtOnce() throws Exception {
        long before = count();

        assertThat(refusal(new ByteArrayInputStream("%PDF-1.7 \u0000\u0001".getBytes(StandardCharsets.ISO_8859_1))))
                .isIn("NOT_A_SHEET", "UNKNOWN_ENCODING");
        assertThat(refusal(new ByteArrayInputStream(new byte[0]))).isEqualTo("EMPTY");
        assertThat(refusal(bomb())).isEqualTo("ZIP_BOMB");
        byte[] unknown = "甲,乙,丙\n1,2,3\n".getBytes(StandardCharsets.UTF_8);
        assertThat(refusal("test.csv", new ByteArrayInputStream(unknown))).isEqualTo("NO_HEADER");
        assertThat(refusal("test.xlsx", new ByteArrayInputStream(unknown))).isEqualTo("NOT_EXCEL");
        assertThat(count()).isEqualTo(before);
    }

    private String refusal(InputStream file) {
        return refusal("test.xlsx", file);
    }

    private String refusal(String name, InputStream file) {
        ImportRefused refused =
                catchThrowableOfType(ImportRefused.class, () -> street().upload(ImportKind.STREET_RETURN, name, file));
        assertThat(refused).isNotNull();
        return refused.code();
    }

    private long count() {
        return jdbc.sql("select count(*) from platform.import")
                .query(Long.class)
                .single();
    }

    /** A workbook of far more parts than any workbook has. */
    private static InputStream bomb() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 2_000; i++) {
                zip.putNextEntry(new ZipEntry("xl/" + i));
            }
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    @Test
    void aRenamedHeaderBlocksUntilTheClerkNamesItAndIsRememberedForTheSender() {
        List<String> header = List.of("楼盘大名", "街道", "社区", "地址", "户数");
        List<List<?>> rows = List.of(List.of("改名苑测试", "白云街道", "界牌社区", "己路1号", "10"));
        ImportSteps clerk = ImportSteps.as(imports, 203, Role.STREET, "331002005");
        long id = clerk.upload(ImportKind.COMMUNITIES, ImportSteps.sheet(header, rows));
        assertThat(clerk.get(id).columns().getFirst()).isEmpty();

        assertThatThrownBy(() -> clerk.map(id)).isInstanceOfSatisfying(ImportRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo("COLUMN_MISSING");
            assertThat(refused.args()).containsExactly("~imports.column.COMMUNITY_NAME");
        });

        clerk.map(id, Column.COMMUNITY_NAME, Column.STREET, Column.NEIGHBOURHOOD, Column.ADDRESS, Column.HOUSEHOLDS);
        long again = clerk.upload(ImportKind.COMMUNITIES, ImportSteps.sheet(header, rows));
        assertThat(clerk.get(again).columns().getFirst()).isEqualTo("COMMUNITY_NAME");

        ImportSteps other = street();
        long elsewhere = other.upload(ImportKind.COMMUNITIES, ImportSteps.sheet(header, rows));
        assertThat(other.get(elsewhere).columns().getFirst()).isEmpty();
        assertThat(imports.find(other.scope(), id))
                .as("another street's import")
                .isEmpty();
    }
}
