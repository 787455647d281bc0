package org.linli.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.ScopeGate;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages of the import desk, in both languages. */
@LinliTest
class ImportPagesTests {

    @Autowired
    private Imports imports;

    @Autowired
    private WebApplicationContext context;

    private MockHttpServletResponse send(
            ImportSteps clerk, AbstractMockHttpServletRequestBuilder<?> request, String language) throws Exception {
        CsrfToken token = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "token");
        request.requestAttr(ScopeGate.class.getName() + ".viewer", Optional.of(clerk.viewer()))
                .requestAttr(CsrfToken.class.getName(), token)
                .cookie(new Cookie("linli-lang", language))
                .locale(Locale.SIMPLIFIED_CHINESE);
        MockHttpServletResponse response = MockMvcBuilders.webAppContextSetup(context)
                .build()
                .perform(request)
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }

    private String page(ImportSteps clerk, String path, String language) throws Exception {
        MockHttpServletResponse response = send(clerk, MockMvcRequestBuilders.get(path), language);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString();
    }

    @Test
    void theSampleIsWalkedThroughPageByPage() throws Exception {
        ImportSteps clerk = ImportSteps.city(imports);
        assertThat(page(clerk, "/imports", "zh-CN")).contains("上传表格", "房屋与业主");
        MockMultipartFile file = new MockMultipartFile("file", "街道.xlsx", null, ImportSteps.sample());

        MockHttpServletResponse sent = send(
                clerk, MockMvcRequestBuilders.multipart("/imports").file(file).param("kind", "STREET_RETURN"), "zh-CN");

        assertThat(sent.getStatus()).isEqualTo(303);
        String path = String.valueOf(sent.getRedirectedUrl());
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        assertThat(page(clerk, path, "zh-CN")).contains("第 3 行是表头", "住宅小区基础信息");
        clerk.map(id);
        String checked = page(clerk, path, "zh-CN");
        assertThat(checked).contains("信用代码 91331002MA2KXXXX99 不正确", "同名企业“海天物业服务有限公司”出现", "“约3万㎡”是约数", "合计行");
        for (String language : List.of("zh-CN", "en")) {
            assertThat(page(clerk, path, language)).doesNotContain("{0}");
        }
        assertThat(page(clerk, path + "/original?after=3", "en")).contains("永宁名城");
        assertThat(send(clerk, MockMvcRequestBuilders.get(path + "/problems.xlsx"), "en")
                        .getContentAsByteArray())
                .startsWith('P', 'K');
        assertThat(send(clerk, MockMvcRequestBuilders.get("/imports/templates/HOMES.xlsx"), "en")
                        .getContentAsByteArray())
                .startsWith('P', 'K');

        MockHttpServletResponse refused = send(clerk, MockMvcRequestBuilders.post(path + "/acceptance"), "zh-CN");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("系统没有保存任何内容");
    }

    @Test
    void aForeignClerkFindsNothing() throws Exception {
        ImportSteps clerk = ImportSteps.as(imports, 401, Role.STREET, "331002002");
        long id = clerk.upload(ImportKind.STREET_RETURN, ImportSteps.sample());
        ImportSteps foreign = ImportSteps.as(imports, 402, Role.STREET, "331002003");
        for (String path : List.of("", "/original", "/problems.xlsx", "/changes.xlsx")) {
            assertThat(send(foreign, MockMvcRequestBuilders.get("/imports/" + id + path), "zh-CN")
                            .getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
        for (String path : List.of("/acceptance", "/undo")) {
            assertThat(send(foreign, MockMvcRequestBuilders.post("/imports/" + id + path), "zh-CN")
                            .getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    private static String manyCommunities(int households) {
        StringBuilder csv = new StringBuilder("小区名称,街道,地址,户数\n");
        for (int i = 0; i < 60; i++) {
            csv.append("己亥测试苑")
                    .append(i)
                    .append("号,路桥街道,测试路")
                    .append(i)
                    .append("号,")
                    .append(households)
                    .append('\n');
        }
        return csv.toString();
    }

    private static ByteArrayInputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void moreChangedRowsThanAPageHoldsArePagedAndDownloadedWhole() throws Exception {
        ImportSteps clerk = ImportSteps.city(imports);
        long first = clerk.upload(ImportKind.COMMUNITIES, "多.csv", csv(manyCommunities(88)));
        clerk.map(first);
        clerk.confirmAll(first);
        clerk.accept(first);
        long second = clerk.upload(ImportKind.COMMUNITIES, "多.csv", csv(manyCommunities(99)));
        clerk.map(second);
        String path = "/imports/" + second;

        assertThat(clerk.summary(second).of("community").changed()).isEqualTo(60);
        assertThat(page(clerk, path, "zh-CN")).contains("?changed=51#changes").doesNotContain(">61</th>");
        assertThat(page(clerk, path + "?changed=51", "zh-CN"))
                .contains(">61</th>")
                .doesNotContain("?changed=61");
        byte[] sheet = send(clerk, MockMvcRequestBuilders.get(path + "/changes.xlsx"), "zh-CN")
                .getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            assertThat(workbook.getFirstSheet().read())
                    .hasSize(61)
                    .last()
                    .satisfies(row -> assertThat(List.of(
                                    row.getCellText(0), row.getCellText(1), row.getCellText(2), row.getCellText(3)))
                            .containsExactly("61", "小区 · 住宅户数", "88", "99"));
        }
        clerk.undo(first);
    }

    /** A legacy workbook takes the same way as any other: uploaded at the desk, matched, checked, stored. */
    @Test
    void aLegacyWorkbookGoesThroughTheDesk() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet sheet = workbook.createSheet("小区");
            List<List<String>> rows =
                    List.of(List.of("小区名称", "街道", "地址", "户数"), List.of("庚子测试苑", "路桥街道", "庚子路1号", "３２０户"));
            for (int i = 0; i < rows.size(); i++) {
                HSSFRow row = sheet.createRow(i);
                for (int j = 0; j < rows.get(i).size(); j++) {
                    row.createCell(j).setCellValue(rows.get(i).get(j));
                }
            }
            workbook.write(out);
        }
        ImportSteps clerk = ImportSteps.city(imports);
        MockMultipartFile file = new MockMultipartFile("file", "街道.xls", null, out.toByteArray());

        MockHttpServletResponse sent = send(
                clerk, MockMvcRequestBuilders.multipart("/imports").file(file).param("kind", "COMMUNITIES"), "zh-CN");

        assertThat(sent.getStatus()).isEqualTo(303);
        String path = String.valueOf(sent.getRedirectedUrl());
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        clerk.map(id);
        clerk.confirmAll(id);
        assertThat(page(clerk, path + "/original", "zh-CN")).contains("庚子测试苑");
        clerk.accept(id);
        assertThat(clerk.receipt(id).of("community").added()).isEqualTo(1);
        assertThat(page(clerk, path, "zh-CN")).contains("撤销");
        clerk.undo(id);
    }

    /** Who closes the tab while a long sheet is checked comes back, also in another session, to the same work. */
    @Test
    void aCheckGoesOnWhenNobodyLooksAndIsFoundAgain() throws Exception {
        ImportSteps clerk = ImportSteps.city(imports);
        StringBuilder many = new StringBuilder("小区名称,街道,地址,户数\n");
        for (int i = 0; i < 3_000; i++) {
            many.append("辛丑测试苑").append(i).append("号,路桥街道,测试路").append(i).append("号,88\n");
        }
        long id = clerk.upload(ImportKind.COMMUNITIES, "长.csv", csv(many.toString()));
        imports.map(clerk.scope(), id, clerk.get(id).header().columns());
        String path = "/imports/" + id;
        String busy = page(clerk, path, "zh-CN");

        assertThat(busy).containsAnyOf("id=\"progress\"", "将要保存的内容");
        clerk.await(id);
        ImportSteps again = ImportSteps.city(imports);
        assertThat(page(again, "/imports", "zh-CN")).contains(path + "\"");
        assertThat(page(again, path, "zh-CN")).doesNotContain("id=\"progress\"");
        assertThat(again.summary(id).rows()).isEqualTo(3_000);
        assertThat(again.summary(id).of("community").added()).isEqualTo(3_000);
    }

    @Test
    void everyTemplateOfOursIsReadBackAsNoRows() {
        for (ImportKind kind : ImportKind.values()) {
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            Imports.writeTemplate(kind, out);
            ImportSteps clerk = ImportSteps.city(imports);
            long id = clerk.checked(kind, new java.io.ByteArrayInputStream(out.toByteArray()));
            assertThat(clerk.summary(id).rows()).as(kind.name()).isZero();
            assertThat(clerk.get(id).guessed()).doesNotContain(true);
        }
    }
}
