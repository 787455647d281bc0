package org.linli.decisions.counting.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.counting.CountDesk;
import org.linli.decisions.counting.CountSheet;
import org.linli.decisions.counting.Counting;
import org.linli.decisions.counting.Objections;
import org.linli.decisions.counting.Taken;
import org.linli.decisions.counting.Taken.Refusal;
import org.linli.platform.files.FileStore;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** An owner of the area objects to a result, witnesses a count, and sees the turnout by parts. */
@Controller
class MyResultController {

    private final DeskVotes votes;
    private final Counting counting;
    private final CountDesk desk;
    private final Objections objections;
    private final FileStore files;

    MyResultController(DeskVotes votes, Counting counting, CountDesk desk, Objections objections, FileStore files) {
        this.votes = votes;
        this.counting = counting;
        this.desk = desk;
        this.objections = objections;
        this.files = files;
    }

    @Scoped(value = "vote", roles = Role.OWNER)
    @GetMapping("/my/votes/{vote}/result")
    ModelAndView show(@PathVariable String vote, Viewer viewer) {
        return page(noticed(vote, viewer), viewer, null, MyResultPage.Typed.NOTHING);
    }

    @Scoped(value = "vote", roles = Role.OWNER)
    @PostMapping("/my/votes/{vote}/objections")
    ModelAndView object(
            @PathVariable String vote,
            @RequestParam int decision,
            @RequestParam String summary,
            @RequestParam String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        Vote found = noticed(vote, viewer);
        boolean known = found.items().stream().anyMatch(item -> item.number() == decision);
        Objections.Wish wish = new Objections.Wish(known ? decision : null, summary.strip(), text.strip());
        try (InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream();
                FileStore.Copy copy = files.draft(content)) {
            List<FileStore.Copy> documents = new ArrayList<>();
            if (Files.size(copy.path()) > 0) {
                documents.add(copy);
            }
            Taken taken = Acts.take(() -> objections.object(found, wish, documents, viewer));
            String shown = taken.equals(Taken.refused(Refusal.PERSONAL_DATA))
                    ? objections.read(found, summary).masked()
                    : summary;
            return answer(found, viewer, taken, new MyResultPage.Typed(decision, shown, text));
        }
    }

    @Scoped(value = "vote", roles = Role.OWNER)
    @PostMapping("/my/votes/{vote}/witness")
    ModelAndView volunteer(@PathVariable String vote, Viewer viewer) {
        Vote found = noticed(vote, viewer);
        return answer(found, viewer, counting.volunteer(found, viewer), MyResultPage.Typed.NOTHING);
    }

    @Scoped(value = "vote", roles = Role.OWNER)
    @PostMapping("/my/votes/{vote}/signature")
    ModelAndView sign(@PathVariable String vote, @RequestParam int count, Viewer viewer) {
        Vote found = noticed(vote, viewer);
        Taken taken = Acts.take(() -> counting.sign(found, count, viewer));
        return answer(found, viewer, taken, MyResultPage.Typed.NOTHING);
    }

    /** Before its notice a vote is nobody's but the organisers'. */
    private Vote noticed(String address, Viewer viewer) {
        Vote vote = votes.get(address, viewer);
        if (vote.step(VoteState.NOTICED).isEmpty()) {
            throw new NotFound();
        }
        return vote;
    }

    private ModelAndView answer(Vote vote, Viewer viewer, Taken taken, MyResultPage.Typed typed) {
        return switch (taken) {
            case Taken.Done() -> Views.redirect("/my/votes/" + vote.id() + "/result");
            case Taken.Refused(Refusal code) -> page(vote, viewer, code, typed);
        };
    }

    private ModelAndView page(Vote vote, Viewer viewer, @Nullable Refusal refused, MyResultPage.Typed typed) {
        Optional<CountSheet> seen = counting.list(vote.id()).reversed().stream()
                .filter(sheet -> desk.maySee(vote, sheet, viewer))
                .findFirst();
        boolean accepted =
                desk.offers(vote).stream().anyMatch(offer -> offer.account() == viewer.accountId() && offer.accepted());
        boolean offered = desk.offers(vote).stream().anyMatch(offer -> offer.account() == viewer.accountId());
        boolean running = vote.state() == VoteState.OPEN || vote.state() == VoteState.CLOSED;
        ModelAndView view = Views.of(
                "decisions/counting/my-result",
                new MyResultPage(
                        vote,
                        seen.orElse(null),
                        seen.map(sheet -> vote.items().stream()
                                        .map(item -> new ItemView(
                                                item, sheet.result().item(item.number()), false))
                                        .toList())
                                .orElse(List.of()),
                        objections.list(vote.id()).stream()
                                .filter(objection -> objection.account() == viewer.accountId())
                                .toList(),
                        vote.state() == VoteState.OBJECTION,
                        running && !offered,
                        accepted,
                        seen.flatMap(sheet -> desk.against(vote, sheet, viewer)).orElse(null),
                        refused,
                        typed));
        if (refused != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
