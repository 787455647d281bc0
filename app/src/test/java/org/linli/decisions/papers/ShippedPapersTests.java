package org.linli.decisions.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.platform.documents.DocumentData;
import org.linli.platform.documents.DocumentFields;
import org.linli.platform.documents.DocumentRefused;
import org.linli.platform.documents.Documents;
import org.linli.platform.documents.Paper;
import org.linli.registry.claims.ClaimPapers;

/**
 * The templates that Linli brings. After a change in {@link PaperTemplates} they are written anew by
 * {@code ./mvnw -pl app -am test -Dtest=ShippedPapersTests -Dlinli.papers.write=true}.
 */
class ShippedPapersTests {

    private final Documents documents = new Documents();

    static List<Paper> papers() {
        return Stream.concat(new DecisionPapers().papers().stream(), new ClaimPapers().papers().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("papers")
    void areWhatTheirTextSays(Paper paper) throws IOException {
        byte[] made = PaperTemplates.of(paper);
        if (Boolean.getBoolean("linli.papers.write")) {
            Files.write(Path.of("src/main/resources/documents", paper.code() + ".docx"), made);
        }

        assertThat(Files.readAllBytes(Path.of("src/main/resources/documents", paper.code() + ".docx")))
                .isEqualTo(made);
    }

    @ParameterizedTest
    @MethodSource("papers")
    void useOnlyTheirOwnPlaceholdersAndAllOfThem(Paper paper) throws DocumentRefused, IOException {
        documents.check(paper.shipped(), paper.fields());

        byte[] pdf =
                documents.pdf(documents.fill(paper.shipped(), paper.fields().sample()));
        String printed = text(pdf, false).replaceAll("\\s", "");

        assertThat(names(paper.fields()))
                .allSatisfy(field -> assertThat(printed).contains(field));
    }

    @Test
    void aBallotHasThreeEqualBoxesForEachCandidateInFixedOrder() throws IOException {
        DocumentData candidate = DocumentData.of(java.util.Map.of("label", "张三丰"));
        DocumentData election = DocumentData.of(java.util.Map.of("no", "1", "text", "选举业主委员会委员", "how", "可以选择 5 人以内"))
                .withList("single", List.of())
                .withList("candidates", List.of(candidate, candidate.with("label", "李㛃")))
                .withList("options", List.of());
        DocumentData ballot = DecisionPapers.BALLOT.fields().sample().withList("questions", List.of(election));

        String printed = text(documents.pdf(documents.fill(DecisionPapers.BALLOT.shipped(), ballot)), true);

        assertThat(printed.replaceAll("\\s+", " "))
                .contains("候选人：张三丰 □ 同意 □ 反对 □ 弃权", "候选人：李㛃 □ 同意 □ 反对 □ 弃权")
                .doesNotContain("选择此项");
    }

    private static List<String> names(DocumentFields fields) {
        List<String> names = new ArrayList<>(fields.texts());
        fields.lists().values().forEach(item -> names.addAll(names(item)));
        return names;
    }

    /** @param byPosition line by line as the eye reads; otherwise cell by cell */
    private static String text(byte[] pdf, boolean byPosition) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(byPosition);
            return stripper.getText(document);
        }
    }
}
