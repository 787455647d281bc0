package org.linli.decisions.counting.web;

import java.nio.charset.StandardCharsets;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.counting.ResultPapers;
import org.linli.decisions.counting.Results;
import org.linli.decisions.counting.Results.Result;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.web.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The papers of a result: the notice for anybody, the sheet of the count for those who organise. */
@Controller
class ResultPaperController {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Votes votes;
    private final DeskVotes desk;
    private final Results results;
    private final ResultPapers papers;
    private final Portal portal;

    ResultPaperController(Votes votes, DeskVotes desk, Results results, ResultPapers papers, Portal portal) {
        this.votes = votes;
        this.desk = desk;
        this.results = results;
        this.papers = papers;
        this.portal = portal;
    }

    @PublicPage
    @GetMapping("/votes/{vote}/result.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String vote) {
        return file(papers.pdf(notice(votes.getPublic(vote))), MediaType.APPLICATION_PDF, "结果公告.pdf");
    }

    @PublicPage
    @GetMapping("/votes/{vote}/result.docx")
    ResponseEntity<byte[]> docx(@PathVariable String vote) {
        return file(notice(votes.getPublic(vote)), DOCX, "结果公告.docx");
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/papers/{kind:count-sheet|result-notice}.{ending:docx|pdf}")
    ResponseEntity<byte[]> paper(
            @PathVariable String vote, @PathVariable String kind, @PathVariable String ending, Viewer viewer) {
        Vote found = desk.get(vote, viewer);
        byte[] docx = kind.equals("count-sheet") ? papers.sheet(result(found)) : notice(found);
        String name = kind.equals("count-sheet") ? "计票表." : "结果公告.";
        return ending.equals("pdf")
                ? file(papers.pdf(docx), MediaType.APPLICATION_PDF, name + ending)
                : file(docx, DOCX, name + ending);
    }

    private byte[] notice(Vote vote) {
        return papers.notice(result(vote), portal.baseUrl().replaceAll("/+$", "") + "/votes/" + vote.id() + "/result");
    }

    private Result result(Vote vote) {
        return results.find(vote).orElseThrow(NotFound::new);
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Security-Policy", "sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
