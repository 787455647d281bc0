package org.linli.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.linli.platform.documents.DocumentRefused.Reason;

class DocumentsTests {

    private final Documents documents = new Documents();

    @Test
    void findsAPlaceholderThatWordCutIntoRuns() throws IOException {
        byte[] template = new DocxMaker()
                .runs("小区：{", "{comm", "unity}", "}，共 {{heads}} 人")
                .make();

        assertThat(printed(template, DocumentData.of(Map.of("community", "阳光花园", "heads", "300"))))
                .isEqualTo("小区：阳光花园，共 300 人");
    }

    @Test
    void repeatsARowForEachItemOfAList() throws IOException {
        byte[] template = new DocxMaker()
                .table(
                        List.of(2000, 4000),
                        List.of(List.of("序号", "姓名"), List.of("{{#members}}{{no}}", "{{name}}{{/members}}")))
                .make();

        assertThat(printed(template, members("张三", "李四"))).isEqualTo("序号 姓名\n1 张三\n2 李四");
        assertThat(printed(template, members())).isEqualTo("序号 姓名");
    }

    @Test
    void repeatsParagraphsBetweenMarksAndListsInsideLists() throws IOException {
        byte[] template = new DocxMaker()
                .line("{{#questions}}")
                .line("{{no}}. {{text}}（{{community}}）")
                .line("{{#options}}选项 {{label}}{{/options}}")
                .line("{{/questions}}")
                .make();
        DocumentData first = DocumentData.of(Map.of("no", "1", "text", "甲"))
                .withList(
                        "options",
                        List.of(DocumentData.of(Map.of("label", "A")), DocumentData.of(Map.of("label", "B"))));
        DocumentData second = DocumentData.of(Map.of("no", "2", "text", "乙")).withList("options", List.of());

        assertThat(printed(
                        template,
                        DocumentData.of(Map.of("community", "海棠苑")).withList("questions", List.of(first, second))))
                .isEqualTo("1. 甲（海棠苑）\n选项 A\n选项 B\n2. 乙（海棠苑）");
    }

    @Test
    void valuesAreNeverTakenForPlaceholdersOrMarkup() throws IOException {
        byte[] template = new DocxMaker().line("{{a}}和{{b}}").make();

        assertThat(printed(template, DocumentData.of(Map.of("a", "{{b}} <w:br/>", "b", "A&B"))))
                .isEqualTo("{{b}} <w:br/>和A&B");
    }

    @Test
    void printsSymbolsRareCharactersAndLongNamesAsText() throws IOException {
        String name = "阿卜杜热合曼·吐尔逊买买提艾力江".repeat(6);
        byte[] template = new DocxMaker()
                .line("{{area}}")
                .line("{{rare}}")
                .line("{{name}}")
                .make();

        String printed = printed(
                template, DocumentData.of(Map.of("area", "24000.00㎡ 大小面方米", "rare", "王㛃、李𬭎、赵喆", "name", name)));

        assertThat(printed.lines().toList()).startsWith("24000.00㎡ 大小面方米", "王㛃、李𬭎、赵喆");
        assertThat(printed.replaceAll("\\s", "")).endsWith(name);
    }

    @Test
    void namesACharacterThatTheFontLacksInsteadOfABlank() throws IOException {
        String printed = printed(new DocxMaker().line("{{name}}").make(), DocumentData.of(Map.of("name", "𠮷田")));

        assertThat(printed).startsWith("〔U+20BB7〕田").contains("生僻字");
    }

    @Test
    void numbersItsPagesAndRepeatsTheHeadOfATable() throws IOException {
        byte[] template = new DocxMaker()
                .table(
                        List.of(2000, 4000),
                        List.of(List.of("序号", "姓名"), List.of("{{#members}}{{no}}", "{{name}}{{/members}}")))
                .make();
        String[] names = IntStream.range(0, 100).mapToObj(i -> "业主" + i).toArray(String[]::new);

        String text = text(documents.pdf(documents.fill(template, members(names))));

        assertThat(text).containsPattern("第 1 页\\s+共 3 页").containsPattern("第 3 页\\s+共 3 页");
        assertThat(text.lines().filter(line -> line.equals("序号 姓名"))).hasSize(3);
    }

    @Test
    void beginsANewPageWhereTheTemplateDoes() throws IOException {
        byte[] template = new DocxMaker().line("甲").pageBreak().line("乙").make();

        String text = text(documents.pdf(documents.fill(template, DocumentData.empty())));

        assertThat(text).containsPattern("甲\\s+第 1 页\\s+共 2 页\\s+乙\\s+第 2 页\\s+共 2 页");
    }

    @Test
    void refusesAPlaceholderThatThePaperDoesNotHave() {
        refuses(new DocxMaker().line("{{communty}}"), Reason.UNKNOWN_PLACEHOLDER, "{{communty}}");
        refuses(new DocxMaker().line("{{#people}}x{{/people}}"), Reason.UNKNOWN_PLACEHOLDER, "{{#people}}");
        refuses(new DocxMaker().line("{{name}}"), Reason.UNKNOWN_PLACEHOLDER, "{{name}}");
    }

    @Test
    void refusesListsThatDoNotBeginAndEnd() {
        refuses(new DocxMaker().line("{{#members}}{{name}}"), Reason.UNBALANCED, "{{#members}}");
        refuses(new DocxMaker().line("甲{{/members}}"), Reason.UNBALANCED, "{{/members}}");
        refuses(new DocxMaker().line("甲 {{community"), Reason.UNBALANCED, "{{community");
    }

    @Test
    void refusesWhatFetchesOrRuns() {
        refuses(new DocxMaker().part("word/vbaProject.bin", "x"), Reason.ACTIVE_CONTENT, "word/vbaProject.bin");
        refuses(
                new DocxMaker().raw("<w:p><w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText></w:r></w:p>"),
                Reason.ACTIVE_CONTENT,
                "DDEAUTO");
        refuses(new DocxMaker().relation("image", "http://evil.example/a.png", true), Reason.EXTERNAL, "evil.example");
        refuses(new DocxMaker().relation("attachedTemplate", "file:///c:/x.dotm", true), Reason.EXTERNAL, "x.dotm");
    }

    @Test
    void refusesWhatIsNoDocument() {
        refuses("just text".getBytes(java.nio.charset.StandardCharsets.UTF_8), Reason.NOT_A_DOCUMENT, "");
        refuses(
                new DocxMaker()
                        .part("word/document.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
                Reason.NOT_A_DOCUMENT,
                "");
        refuses(new DocxMaker().part("word/media/bomb.xml", "0".repeat(60_000_000)), Reason.TOO_LARGE, "bomb");
    }

    private void refuses(DocxMaker template, Reason reason, String detail) {
        refuses(template.make(), reason, detail);
    }

    private void refuses(byte[] template, Reason reason, String detail) {
        DocumentFields fields = DocumentFields.of("community").withList("members", DocumentFields.of("no", "name"));

        assertThatExceptionOfType(DocumentRefused.class)
                .isThrownBy(() -> documents.check(template, fields))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.detail()).contains(detail);
                });
    }

    private static DocumentData members(String... names) {
        return DocumentData.empty()
                .withList(
                        "members",
                        IntStream.range(0, names.length)
                                .mapToObj(i -> DocumentData.of(Map.of("no", Integer.toString(i + 1), "name", names[i])))
                                .toList());
    }

    /** The text of the PDF without its page numbers. */
    private String printed(byte[] template, DocumentData data) throws IOException {
        return text(documents.pdf(documents.fill(template, data)))
                .replaceAll("第 \\d+ 页\\s+共 \\d+ 页", "")
                .strip();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replace('\u3000', ' ');
        }
    }
}
