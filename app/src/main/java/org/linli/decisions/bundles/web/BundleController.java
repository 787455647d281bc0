package org.linli.decisions.bundles.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.bundles.Bundles;
import org.linli.platform.files.FileStore;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.web.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The bundle of a counted vote, for anybody who wants to count again. */
@Controller
class BundleController {

    private final Votes votes;
    private final Bundles bundles;
    private final FileStore files;

    BundleController(Votes votes, Bundles bundles, FileStore files) {
        this.votes = votes;
        this.bundles = bundles;
        this.files = files;
    }

    @PublicPage
    @GetMapping("/api/v1/votes/{address}/bundle")
    void bundle(@PathVariable String address, HttpServletResponse response) throws IOException {
        Vote vote = votes.getPublic(address);
        String hash = bundles.current(vote).orElseThrow(NotFound::new);
        try (FileStore.Copy copy = files.open(hash)) {
            response.setContentType("application/zip");
            response.setContentLengthLong(Files.size(copy.path()));
            response.setHeader("Content-Security-Policy", "sandbox");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("linli-vote-" + vote.id() + ".zip")
                            .build()
                            .toString());
            Files.copy(copy.path(), response.getOutputStream());
        }
    }
}
