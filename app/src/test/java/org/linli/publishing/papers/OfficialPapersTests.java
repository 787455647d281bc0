package org.linli.publishing.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.decisions.papers.DecisionPapers;
import org.linli.people.People;
import org.linli.platform.documents.DocxMaker;
import org.linli.platform.documents.Paper;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class OfficialPapersTests {

    private static final Paper PAPER = DecisionPapers.OBJECTION_RULING;
    private static final Viewer CITY =
            new Viewer(1, "市局", 1, Role.CITY, new Scope.OfDivision(new DivisionCode("3310")), "台州市");

    @Autowired
    OfficialPapers papers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private static DocxMaker sound() {
        return new DocxMaker()
                .title("市局样式 {{title}}")
                .line("{{community}} {{objector}} {{raised-on}} {{objection}}")
                .line("{{facts}} {{grounds}} {{ruling}} {{remedy}}");
    }

    private String printed() throws IOException {
        byte[] docx = papers.fill(PAPER, PAPER.fields().sample(), "test");
        try (var pdf = Loader.loadPDF(papers.pdf(docx))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void theNewestSoundTemplateIsUsedNotedAndGivenUpAgain() throws IOException {
        assertThat(papers.put(PAPER, sound().make(), "第一版", CITY)).isEqualTo(new OfficialPapers.Done());
        int first = papers.inForce(PAPER).version();
        assertThat(printed()).contains("市局样式");
        assertThat(papers.put(PAPER, sound().line("第二版").make(), "第二版", CITY)).isEqualTo(new OfficialPapers.Done());
        assertThat(papers.inForce(PAPER).version()).isEqualTo(first + 1);
        assertThat(printed()).contains("第二版");
        assertThat(papers.uses(PAPER, first)).isEqualTo(1);
        assertThat(papers.uses(PAPER, first + 1)).isEqualTo(1);

        papers.revert(PAPER, "", CITY);

        assertThat(papers.inForce(PAPER).version()).isZero();
        assertThat(printed()).contains("异议处理决定书").doesNotContain("市局样式");
        assertThat(papers.file(PAPER, first)).hasValue(sound().make());
        assertThat(papers.versions(PAPER)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void anUnsoundTemplateIsRefusedAndTheReasonNamed() {
        assertRefused("{{title}}".getBytes(java.nio.charset.StandardCharsets.UTF_8), "NOT_A_DOCUMENT", "");
        assertRefused(sound().line("{{phone}}").make(), "UNKNOWN_PLACEHOLDER", "{{phone}}");
        assertRefused(new DocxMaker().line("{{title}}").make(), "MISSING_PLACEHOLDER", "community");
        assertRefused(new byte[5_000_001], "TOO_LARGE", "");
    }

    private void assertRefused(byte[] docx, String reason, String detail) {
        OfficialPapers.Taken taken = papers.put(PAPER, docx, "", CITY);

        assertThat(taken).isInstanceOf(OfficialPapers.Refused.class);
        assertThat(((OfficialPapers.Refused) taken).reason()).isEqualTo(reason);
        assertThat(((OfficialPapers.Refused) taken).detail()).contains(detail);
    }

    /** A later Linli may ask for more than an older one did; then the version before holds. */
    @Test
    void aStoredTemplateThatIsNoLongerSoundIsPassedOver() {
        Paper paper = DecisionPapers.FILING_FORM;
        assertThat(papers.put(PAPER, sound().make(), "", CITY)).isEqualTo(new OfficialPapers.Done());
        jdbc.sql("""
                insert into platform.paper_template (paper, version_no, file_hash, note, added_at, by_name, by_account)
                select :paper, 1, file_hash, '', now(), '市局', 1 from platform.paper_template where file_hash is not null limit 1
                """).param("paper", paper.code()).update();

        assertThat(papers.inForce(paper).version()).isZero();
        papers.revert(PAPER, "", CITY);
    }

    @Test
    void theCityLooksDownloadsUploadsAndOthersDoNot() throws IOException {
        StaffMember city = new StaffMember(people, time, Role.CITY, new Scope.OfDivision(new DivisionCode("3310")));
        Path docx = Files.write(
                folder.resolve("样式.docx"), new DocxMaker().line("{{nobody}}").make());
        try (Visitor visitor = city.signedIn(port)) {
            String page = visitor.get("/desk/paper-templates").body();
            assertThat(page).contains("表决公告", "业主认证信", "questions.text");
            assertThat(visitor.bytes("/desk/paper-templates/vote-notice/0"))
                    .isEqualTo(DecisionPapers.VOTE_NOTICE.shipped());
            var refused = visitor.upload("/desk/paper-templates/vote-notice", "note", "试试", docx);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("没有这些占位符", "{{nobody}}");
            assertThat(visitor.get("/desk/paper-templates/nothing/0").statusCode())
                    .isEqualTo(404);
        }
        StaffMember street =
                new StaffMember(people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331002002")));
        try (Visitor visitor = street.signedIn(port)) {
            assertThat(visitor.get("/desk/paper-templates").statusCode()).isEqualTo(403);
        }
    }
}
