package org.linli.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        for (String path : List.of("", "/original", "/problems.xlsx")) {
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
