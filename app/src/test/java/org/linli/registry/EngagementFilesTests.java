package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.DAY;
import static org.linli.registry.Registered.HUANGYAN;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.divisions.Divisions;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class EngagementFilesTests {

    private static final String CONTRACT = "%PDF-1.7 a contract";

    @LocalServerPort
    int port;

    @Autowired
    Communities communities;

    @Autowired
    Companies companies;

    @Autowired
    Engagements engagements;

    @Autowired
    EngagementFiles files;

    @Autowired
    Divisions divisions;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    CommunityId id;

    @BeforeEach
    void anEngagement() {
        id = Registered.community(communities, divisions);
        String company = Registered.company(companies, divisions);
        Fields fields =
                new Fields(Map.of("company_code", company, "kind", "PROFESSIONAL", "contract_from", DAY.toString()));
        assertThat(engagements.sign(id, EngagementTerms.read(fields), "测试", CLERK))
                .isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void keepsEarlierFilesBelowTheNewest() {
        assertThat(add(CONTRACT)).isEqualTo(new Outcome.Stored("1"));
        assertThat(add(CONTRACT + ", amended")).isEqualTo(new Outcome.Stored("2"));

        assertThat(files.list(id, CITY)).extracting(EngagementFile::number).containsExactly(2, 1);
        assertThat(files.list(id, CITY)).extracting(EngagementFile::hash).doesNotHaveDuplicates();
        assertThat(files.list(id, HUANGYAN)).isEmpty();
        assertThat(files.find(id, 1, 3, CITY)).isEmpty();
    }

    @Test
    void refusesWhatIsNoDocumentByItsContent() {
        assertThat(reason(add("<html><script>alert(1)</script>"))).isEqualTo("registry.refused.file-type");
        assertThat(reason(add(""))).isEqualTo("registry.refused.file-missing");
        assertThat(reason(add(CONTRACT + " ".repeat(20_000_000)))).isEqualTo("registry.refused.file-too-large");
        assertThat(files.list(id, CITY)).isEmpty();
    }

    @Test
    void signsRenewsAndEndsOnlyWithTheDocument() {
        id = Registered.community(communities, divisions);
        String company = Registered.company(companies, divisions);
        Map<String, String> brief = Registered.terms(company, DAY.minusDays(1));
        brief.put("contract_to", DAY.plusDays(29).toString());
        EngagementTerms terms = Registered.read(brief);
        EngagementTerms next = Registered.read(Registered.terms(company, DAY.plusDays(30)));

        assertThat(reason(files.sign(id, terms, "签约", content(""), CLERK))).isEqualTo("registry.refused.file-missing");
        assertThat(engagements.find(id, 1, CITY)).isEmpty();
        assertThat(files.sign(id, terms, "签约", content(CONTRACT), CLERK)).isEqualTo(new Outcome.Stored("1"));
        assertThat(reason(files.renew(id, 1, 1, next, "续签", content("没有"), CLERK)))
                .isEqualTo("registry.refused.file-type");
        assertThat(files.renew(id, 1, 1, next, "续签", content(CONTRACT), CLERK)).isInstanceOf(Outcome.Stored.class);
        int version = engagements.find(id, 1, CITY).orElseThrow().version();
        assertThat(reason(files.end(id, 1, version, DAY, "解聘", content(""), CLERK)))
                .isEqualTo("registry.refused.file-missing");
        assertThat(engagements.find(id, 1, CITY).orElseThrow().validTo()).isNull();
        assertThat(files.end(id, 1, version, DAY, "解聘", content("%PDF-1.7 exit"), CLERK))
                .isInstanceOf(Outcome.Stored.class);

        assertThat(files.list(id, CITY))
                .extracting(EngagementFile::kind)
                .containsExactly(EngagementFile.Kind.EXIT, EngagementFile.Kind.CONTRACT, EngagementFile.Kind.CONTRACT);
    }

    @Test
    void anActThatIsRefusedKeepsNoDocument() {
        assertThat(files.end(id, 1, 7, DAY, "解聘", content(CONTRACT), CLERK)).isInstanceOf(Outcome.Overtaken.class);
        assertThat(reason(files.end(id, 1, 1, DAY.minusDays(9), "解聘", content(CONTRACT), CLERK)))
                .isEqualTo("registry.refused.end-before-start");

        assertThat(files.list(id, CITY)).isEmpty();
    }

    @Test
    void aServiceBeginsOnlyOnceItsContractIsOnFile() {
        assertThat(reason(files.confirmStart(id, 1, 1, DAY, "进场查验", CLERK)))
                .isEqualTo("registry.refused.no-contract-file");
        assertThat(files.confirmStart(id, 9, 1, DAY, "进场查验", CLERK)).isInstanceOf(Outcome.Unknown.class);

        add(CONTRACT);

        assertThat(files.confirmStart(id, 1, 1, DAY, "进场查验", CLERK)).isInstanceOf(Outcome.Stored.class);
        assertThat(engagements.find(id, 1, CITY).orElseThrow().serviceStartOn()).isEqualTo(DAY);
    }

    @Test
    void whatCameWithASheetHasTheSheetForItsEvidence() {
        jdbc.sql("update linli.engagement_version set superseded_at = now() where community_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("""
                insert into linli.engagement_version
                    (community_id, engagement_no, version_no, company_code, kind, service_mask, contract_from, continuing,
                     valid_from, recorded_at, recorded_by, act, reason)
                select community_id, engagement_no, 2, company_code, kind, service_mask, contract_from, continuing,
                     valid_from, recorded_at, recorded_by, 'IMPORT', reason
                from linli.engagement_version where community_id = :id
                """).param("id", id.value()).update();

        assertThat(files.confirmStart(id, 1, 2, DAY, "进场查验", CLERK)).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void takesNothingForAnEngagementThatIsNotThere() {
        assertThat(files.add(id, 7, "合同", content(CONTRACT), CLERK)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void aStoredFileCannotBeAlteredByTheApplication() {
        add(CONTRACT);

        assertThatThrownBy(() ->
                        jdbc.sql("update linli.engagement_file set title = 'x'").update())
                .hasRootCauseMessage("ERROR: permission denied for table engagement_file");
        assertThatThrownBy(() -> jdbc.sql("delete from linli.engagement_file").update())
                .hasRootCauseMessage("ERROR: permission denied for table engagement_file");
    }

    @Test
    void isHandedInAndSavedThroughThePages() throws Exception {
        Path paper = Files.writeString(folder.resolve("合同.exe"), CONTRACT);
        Visitor clerk = visitor("331002002");
        String page = "/registry/communities/" + id + "/engagements/1/files";
        clerk.get(page + "/new");

        assertThat(clerk.upload(page + "/new", "title", "物业服务合同", paper).statusCode())
                .isEqualTo(303);

        assertThat(clerk.get("/registry/communities/" + id + "?tab=engagements").body())
                .contains("物业服务合同");
        var saved = clerk.get(page + "/1");
        assertThat(saved.body()).isEqualTo(CONTRACT);
        assertThat(saved.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(saved.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains(".pdf");
        assertThat(visitor("331003001").get(page + "/1").statusCode()).isEqualTo(404);
        assertThat(clerk.get(page + "/2").statusCode()).isEqualTo(404);
    }

    @Test
    void aFailingCodeIsHandedInWithItsCertificateAndEachLookIsLogged() throws Exception {
        Path paper = Files.writeString(folder.resolve("certificate.pdf"), "%PDF-1.7 a certificate");
        String sound = Registered.companyCode();
        String wrong = sound.substring(0, 17) + (sound.endsWith("0") ? "1" : "0");
        String[] typed = {
            "company_code", wrong, "name", "证照物业", "division_code", "331002", "filed_on", DAY.toString(), "reason", "登记"
        };
        Visitor clerk = visitor("331002002");

        clerk.get("/registry/companies/new");
        String asked = clerk.post("/registry/companies/new", typed).body();
        assertThat(asked).contains(sound).contains("name=\"override_note\"").contains("multipart/form-data");
        String[] noted = Arrays.copyOf(typed, typed.length + 2);
        noted[typed.length] = "override_note";
        noted[typed.length + 1] = "营业执照如此";
        assertThat(clerk.upload("/registry/companies/new", paper, noted).statusCode())
                .isEqualTo(303);

        String file = "/registry/companies/" + wrong;
        assertThat(clerk.get(file).body()).contains(file + "/certificates/1").doesNotContain("code-decision");
        assertThat(clerk.get(file + "/code-decision").statusCode()).isEqualTo(403);
        try (Visitor county = new StaffMember(
                        people, time, Role.COUNTY, new Scope.OfDivision(new DivisionCode("331002")))
                .signedIn(port)) {
            assertThat(county.get(file).body()).contains("code-decision");
            assertThat(county.get(file + "/certificates/1").body()).isEqualTo("%PDF-1.7 a certificate");
            assertThat(jdbc.sql(
                                    "select count(*) from platform.access_log where verb = 'company.code-scan' and object_id = :code")
                            .param("code", wrong)
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThat(county.get(file + "/code-decision").body())
                    .contains(file + "/certificates/1"); // before deciding, look
            assertThat(county.post(file + "/code-decision", "code_decision", "RIGHT", "note", "一致", "act", "1")
                            .statusCode())
                    .isEqualTo(303);
            assertThat(county.get(file).body()).contains("alert-info", "撤回认定");
            assertThat(county.post(file + "/code-decision", "code_decision", "WRONG", "note", "伪造", "act", "2")
                            .statusCode())
                    .isEqualTo(303);
            assertThat(county.get(file).body()).doesNotContain("alert-info", "撤回认定");
        }
        assertThat(visitor("331003001").get(file + "/certificates/1").statusCode())
                .isEqualTo(404);
    }

    private Visitor visitor(String street) {
        return new StaffMember(people, time, Role.STREET, new Scope.OfDivision(new DivisionCode(street)))
                .signedIn(port);
    }

    private Outcome add(String content) {
        return files.add(id, 1, "物业服务合同", content(content), CLERK);
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String reason(Outcome outcome) {
        return ((Outcome.Refused) outcome).errors().getFirst().key();
    }
}
