package org.linli.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.DAY;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.figures.FigureValue;
import org.linli.figures.Figures;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.Communities;
import org.linli.registry.CommunityFile;
import org.linli.registry.Companies;
import org.linli.registry.CompanyFile;
import org.linli.registry.Engagements;
import org.linli.registry.Homes;
import org.linli.registry.Registered;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@LinliTest
class RegistryPagesTests {

    private static final Viewer STREET = viewer(Role.STREET, "331002002");
    private static final Viewer CITY = viewer(Role.CITY, "3310");
    private static final Viewer FOREIGN = viewer(Role.COUNTY, "331003");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Communities communities;

    @Autowired
    Companies companies;

    @Autowired
    Engagements engagements;

    @Autowired
    Homes homes;

    @Autowired
    Divisions divisions;

    @Autowired
    Figures figures;

    @Autowired
    BusinessTime time;

    MockMvc mvc;
    CommunityId id;
    String company;
    String path;

    @BeforeEach
    void aServedCommunityWithAHome() {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        id = Registered.community(communities, divisions);
        company = Registered.company(companies, divisions);
        Registered.sign(engagements, id, Registered.terms(company, DAY));
        homes.addBuilding(id, "1幢", 6, 2, DAY, CLERK);
        homes.addHome(id, new Homes.NewHome(1, "1", "101", "RESIDENCE", 8_950L, "REGISTER", "DELIVERED"), DAY, CLERK);
        path = "/registry/communities/" + id;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?tab=homes",
                "?tab=engagements",
                "?tab=committees",
                "?tab=history",
                "?asOf=2020-01-01",
                "/change",
                "/correction",
                "/verification",
                "/codes",
                "/codes/removal",
                "/end",
                "/end/withdrawal",
                "/engagements/new",
                "/engagements/1/start",
                "/engagements/1/renewal",
                "/engagements/1/change",
                "/engagements/1/correction",
                "/engagements/1/end",
                "/committees/new",
                "/specialists/new",
                "/buildings/new",
                "/homes/new",
                "/homes/1/owners",
                "/homes/1/correction",
                "/homes/1/occupants/new",
                "/buildings/1/correction"
            })
    void everyPageOfAFileIsThereInBothLanguagesAndForNoForeigner(String rest) throws Exception {
        MockHttpServletResponse chinese = get(path + rest, STREET);
        MockHttpServletResponse english = perform(
                MockMvcRequestBuilders.get(java.net.URI.create(path + rest)).cookie(new Cookie("linli-lang", "en")),
                STREET);

        assertThat(chinese.getStatus()).isEqualTo(200);
        assertThat(english.getStatus()).isEqualTo(200);
        assertThat(english.getContentAsString()).isNotEqualTo(chinese.getContentAsString());
        assertThat(chinese.getContentAsString()).doesNotContain("<script", " style=", " onclick=");
        assertThat(get(path + rest, FOREIGN).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/registry/communities",
                "/registry/communities?text=baiyun&state=PROFESSIONAL&type=COMMODITY&missing=no&division=331002",
                "/registry/communities/new",
                "/registry/companies",
                "/registry/companies?text=shiyan",
                "/registry/companies/new",
                "/registry/problems",
                "/registry/problems?rule=SIGNED_NOT_STARTED",
                "/registry/grid?division=331002002"
            })
    void everyListIsThere(String address) throws Exception {
        assertThat(get(address, CITY).getStatus()).isEqualTo(200);
    }

    @Test
    void aForgedIdAndAnUnknownOneLookAlike() throws Exception {
        for (String forged : new String[] {"0", "-1", "999999999", "abc"}) {
            assertThat(get("/registry/communities/" + forged, CITY).getStatus()).isEqualTo(404);
        }
        assertThat(get("/registry/companies/123", CITY).getStatus()).isEqualTo(404);
        assertThat(get(path + "/engagements/9/end", CITY).getStatus()).isEqualTo(404);
        assertThat(get(path + "/homes/9/owners", CITY).getStatus()).isEqualTo(404);
    }

    @Test
    void aChangeIsStoredAndLeadsBackToTheFile() throws Exception {
        Map<String, String> typed = new HashMap<>(file().base().typed());
        typed.put("households", "333");
        typed.put("from", DAY.toString());
        typed.put("reason", "扩建");
        typed.put("version", Integer.toString(file().version()));

        MockHttpServletResponse answer = post(path + "/change", typed, STREET);

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getRedirectedUrl()).isEqualTo(path);
        assertThat(file().base().households()).isEqualTo(333);
    }

    /** One street of many in a county does not end a company for all of them. */
    @Test
    void aCompanyIsEndedByTheDepartmentAndNotByAStreet() throws Exception {
        String file = "/registry/companies/" + company;

        assertThat(get(file, STREET).getContentAsString())
                .contains(file + "/change")
                .doesNotContain(file + "/exit");
        assertThat(get(file + "/exit", STREET).getStatus()).isEqualTo(403);
        assertThat(get(file + "/exit/withdrawal", STREET).getStatus()).isEqualTo(403);
        assertThat(post(file + "/exit", Map.of(), STREET).getStatus()).isEqualTo(403);
        assertThat(get(file, CITY).getContentAsString()).contains(file + "/exit");
        assertThat(get(file + "/exit", CITY).getStatus()).isEqualTo(200);
    }

    /** Nobody knows codes by heart: what is asked for is suggested by its name, as far as the viewer governs. */
    @Test
    void codesAreSuggestedByTheirNames() throws Exception {
        String change = get(path + "/change", STREET).getContentAsString();
        assertThat(change)
                .containsPattern("<option value=\"331002002001\">椒江区\\S+</option>")
                .containsPattern(
                        "form-hint\" id=\"f-division_code-hint\">椒江区\\S+</div>") // what the code means that stands
                // there
                .doesNotContain("<option value=\"331002001");
        // A city has too many neighbourhoods for a list: it is suggested its streets.
        assertThat(get("/registry/communities/new", CITY).getContentAsString())
                .contains("<option value=\"331002002\">椒江区", "<option value=\"331003", "列表中只有街道")
                .doesNotContain("<option value=\"331002002001\"");
        assertThat(get(path + "/change", CITY).getContentAsString())
                .containsPattern(
                        "form-hint\" id=\"f-division_code-hint\">椒江区\\S+</div>"); // also of a code that is not listed
        assertThat(get(path + "/engagements/new", STREET).getContentAsString())
                .contains("<option value=\"" + company + "\">试验物业", "list=\"f-company_code-list\"");
        assertThat(get("/registry/companies/new", CITY).getContentAsString())
                .contains("<option value=\"331002\">椒江区</option>");
        // A street's companies are filed with its county; so are a county's own.
        for (Viewer one : List.of(STREET, viewer(Role.COUNTY, "331002"))) {
            assertThat(get("/registry/companies/new", one).getContentAsString())
                    .contains("<option value=\"331002\">椒江区</option>")
                    .doesNotContain("<option value=\"331003");
        }
        assertThat(get("/registry/companies/" + company, STREET).getContentAsString())
                .contains(">椒江区 331002</dd>");
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndSaysWhy() throws Exception {
        Map<String, String> typed = new HashMap<>(file().base().typed());
        typed.put("gfa_dm2", "1.2345");
        typed.put("name", "改过的名字");
        typed.put("version", Integer.toString(file().version()));

        MockHttpServletResponse answer = post(path + "/change", typed, STREET);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("改过的名字", "1.2345", "小数位太多", "必填");
        assertThat(file().version()).isEqualTo(1);
    }

    @Test
    void anOvertakenFormComesBackWithWhatWasTyped() throws Exception {
        Map<String, String> typed = new HashMap<>(file().base().typed());
        typed.put("address", "我填的地址");
        typed.put("from", DAY.toString());
        typed.put("reason", "改地址");
        typed.put("version", "1");
        communities.verify(id, 1, "核实", CLERK);

        MockHttpServletResponse answer = post(path + "/change", typed, STREET);

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("我填的地址", "其他人修改", "name=\"version\" value=\"2\"");
    }

    @Test
    void aCorrectionShowsTheMovedFiguresFirstAndIsStoredOnlyWhenConfirmed() throws Exception {
        Registered.start(engagements, id);
        Map<String, String> typed = Registered.terms(company, DAY);
        typed.remove("item.CLEANING");
        typed.put("start_on", DAY.toString());
        typed.put("reason", "误登");
        typed.put("version", "2");
        typed.put("row", "2");

        MockHttpServletResponse preview = post(path + "/engagements/1/correction", typed, STREET);

        assertThat(preview.getStatus()).isEqualTo(200);
        assertThat(preview.getContentAsString()).contains("专业物业服务覆盖率", "name=\"previewed\"");
        assertThat(engagements.find(id, 1, Registered.CITY).orElseThrow().version())
                .isEqualTo(2);

        String page = preview.getContentAsString();
        int at = page.indexOf("name=\"previewed\" value=\"") + "name=\"previewed\" value=\"".length();
        typed.put("previewed", page.substring(at, page.indexOf('"', at)));
        assertThat(post(path + "/engagements/1/correction", typed, STREET).getStatus())
                .isEqualTo(303);
        assertThat(engagements.find(id, 1, Registered.CITY).orElseThrow().act()).isEqualTo("CORRECTION");
        assertThat(get(path + "?tab=history", STREET).getContentAsString())
                .contains("更正", "误登", "服务内容", "环卫保洁", "秩序维护");
    }

    @Test
    void aCorrectionOfACommunityNamesEachFigureThatItMovesBeforeAndAfter() throws Exception {
        Map<String, String> typed = new HashMap<>(file().base().typed());
        typed.put("residents", "500");
        typed.put("reason", "多报");
        typed.put("version", "1");
        typed.put("row", "1");
        FigureValue residents = value("residents", "331002");
        long whole = Objects.requireNonNull(residents.denominator());

        String preview = post(path + "/correction", typed, STREET).getContentAsString();

        assertThat(preview)
                .containsSubsequence(
                        "受专业物业服务的居民",
                        "椒江区<",
                        String.format(Locale.ROOT, "%,d/%,d<", residents.numerator(), whole),
                        String.format(Locale.ROOT, "%,d/%,d<", residents.numerator(), whole - 200))
                .doesNotContain("登记物业企业");
        assertThat(file().base().residents()).isEqualTo(700);
        assertThat(value("residents", "331002")).isEqualTo(residents);
    }

    @Test
    void aCorrectionOfACompanyNamesTheCountiesThatItMovesBetween() throws Exception {
        CompanyFile file =
                companies.find(new CompanyCode(company), AsOf.day(DAY)).orElseThrow();
        Map<String, String> typed = Map.of(
                "name",
                file.base().name(),
                "division_code",
                "331003",
                "filed_on",
                DAY.toString(),
                "reason",
                "错登",
                "version",
                "1",
                "row",
                "1");
        long before = value("companies-registered", "331002").numerator();
        long beforeThere = value("companies-registered", "331003").numerator();

        String preview = post("/registry/companies/" + company + "/correction", typed, CITY)
                .getContentAsString();

        assertThat(preview)
                .containsSubsequence("登记物业企业", "椒江区<", ">" + before + "<", ">" + (before - 1) + "<")
                .containsSubsequence("登记物业企业", "黄岩区<", ">" + beforeThere + "<", ">" + (beforeThere + 1) + "<")
                .contains("name=\"previewed\"");
        assertThat(value("companies-registered", "331002").numerator()).isEqualTo(before);
    }

    private FigureValue value(String figure, String division) {
        return figures.value(figures.find(figure).orElseThrow(), AsOf.day(time.today()), new DivisionCode(division));
    }

    @Test
    void aNewBuildingAndANewHomeAreRecordedInFullAtOnce() throws Exception {
        Map<String, String> building = new HashMap<>(Map.of("label", "2幢", "from", DAY.toString()));
        building.put("structure", "FRAME");
        building.put("floors_below", "两层");
        building.put("in_fund", "YES");
        assertThat(post(path + "/buildings/new", building, STREET).getContentAsString())
                .contains("两层", "不是数字");
        building.put("floors_below", "2");
        assertThat(post(path + "/buildings/new", building, STREET).getStatus()).isEqualTo(303);

        Map<String, String> home = new HashMap<>(Map.of("building", "2", "unit", "1", "room", "201"));
        home.putAll(Map.of("use", "RESIDENCE", "home_state", "DELIVERED", "from", DAY.toString()));
        home.put("estate_code", "331002001001GB00001F00020201");
        home.put("fee_payer", "欧阳明月");
        home.put("fund_account", "6222000011112222");
        assertThat(post(path + "/homes/new", home, STREET).getStatus()).isEqualTo(303);

        assertThat(get(path + "/buildings/2/correction", STREET).getContentAsString())
                .contains("value=\"FRAME\" selected", "name=\"floors_below\"", "value=\"2\"");
        assertThat(get(path + "/homes/2", STREET).getContentAsString())
                .contains("331002001001GB00001F00020201", "欧***", "****2222")
                .doesNotContain("欧阳明月", "6222000011112222");
    }

    @Test
    void anOwnersNameIsShownOnceForAReason() throws Exception {
        Map<String, String> sale = new HashMap<>(
                Map.of("cause", "SALE", "on", DAY.toString(), "evidence", "合同", "form", "SOLE", "owner1.name", "欧阳明月"));
        sale.put("version", "0");
        assertThat(post(path + "/homes/1/owners", sale, STREET).getStatus()).isEqualTo(303);

        assertThat(get(path + "?tab=homes", STREET).getContentAsString())
                .contains("欧***")
                .doesNotContain("欧阳明月");
        assertThat(post(path + "/owners/1/reveal", Map.of("reason", " "), STREET)
                        .getStatus())
                .isEqualTo(422);
        assertThat(post(path + "/owners/1/reveal", Map.of("reason", "核对"), STREET)
                        .getContentAsString())
                .contains("欧阳明月");
        assertThat(post(path + "/owners/1/reveal", Map.of("reason", "核对"), FOREIGN)
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aCompanySeesItsOwnProjectReadOnlyAndNoOwner() throws Exception {
        Viewer own = new Viewer(5, "企业", 5, Role.COMPANY, new Scope.OfCompany(new CompanyCode(company)), "企业");

        MockHttpServletResponse file = get(path + "?tab=homes", own);

        assertThat(file.getStatus()).isEqualTo(200);
        assertThat(file.getContentAsString()).doesNotContain("/change", "/reveal", "?tab=homes\"");
        assertThat(get(path + "/change", own).getStatus()).isEqualTo(403);
        assertThat(get("/registry/companies/" + company, own).getStatus()).isEqualTo(200);
        assertThat(get("/registry/companies/" + Registered.company(companies, divisions), own)
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void theGridStoresOnlyWhatWasTouchedAndKeepsWhatWasRefused() throws Exception {
        Map<String, String> cells = new HashMap<>();
        cells.put("text", file().code());
        cells.put("from", DAY.toString());
        cells.put("reason", "批量核对");
        cells.put(id + ".version", "1");
        cells.put(id + ".households", "许多");
        MockHttpServletResponse refused = post("/registry/grid", cells, STREET);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("许多", "不是数字");

        cells.put(id + ".households", "77");
        assertThat(post("/registry/grid", cells, STREET).getStatus()).isEqualTo(303);
        assertThat(file().base().households()).isEqualTo(77);
        assertThat(file().base().residents()).isEqualTo(700);
    }

    @Test
    void theListComesAsASheetOfTheViewersOwnRows() throws Exception {
        MockHttpServletResponse sheet = get("/registry/communities.xlsx", STREET);

        assertThat(sheet.getStatus()).isEqualTo(200);
        assertThat(sheet.getContentType()).contains("spreadsheetml");
        assertThat(sheet.getContentAsByteArray()).startsWith((byte) 'P', (byte) 'K');
    }

    private CommunityFile file() {
        return communities.find(id, AsOf.day(DAY), Registered.CITY).orElseThrow();
    }

    private static Viewer viewer(Role role, String division) {
        return new Viewer(7, "街道办", 7, role, new Scope.OfDivision(new DivisionCode(division)), division);
    }

    private MockHttpServletResponse get(String address, Viewer viewer) throws Exception {
        return perform(MockMvcRequestBuilders.get(java.net.URI.create(address)), viewer);
    }

    private MockHttpServletResponse post(String address, Map<String, String> typed, Viewer viewer) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(java.net.URI.create(address))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        typed.forEach(request::param);
        return perform(request, viewer);
    }

    /** As if the viewer had signed in: the gate takes whom an earlier step resolved. */
    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, Viewer viewer) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        request.requestAttr("org.linli.platform.scope.ScopeGate.viewer", Optional.of(viewer))
                                .requestAttr(CsrfToken.class.getName(), new DefaultCsrfToken("X", "_csrf", "token")))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
