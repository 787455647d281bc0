package org.linli.people.web;

import java.util.List;
import org.linli.platform.messages.Inbox;
import org.linli.platform.messages.Inbox.Received;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own messages. Looking at the first page is having seen them. */
@Controller
class InboxController {

    private static final int ON_A_PAGE = 30;
    private static final String LATEST = "" + Long.MAX_VALUE;

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    @Scoped("self")
    @GetMapping("/account/messages")
    ModelAndView all(@RequestParam(defaultValue = LATEST) long before, Viewer viewer) {
        List<Received> found = inbox.listThreads(viewer.accountId(), before, ON_A_PAGE + 1);
        found.stream().limit(1).forEach(latest -> inbox.see(viewer.accountId(), latest.id()));
        return Views.of("people/inbox", InboxPage.of(null, found, ON_A_PAGE));
    }

    @Scoped("self")
    @GetMapping("/account/messages/thread")
    ModelAndView thread(@RequestParam String of, @RequestParam(defaultValue = LATEST) long before, Viewer viewer) {
        List<Received> found = inbox.listThread(viewer.accountId(), of, before, ON_A_PAGE + 1);
        if (found.isEmpty()) {
            throw new NotFound();
        }
        return Views.of("people/inbox", InboxPage.of(of, found, ON_A_PAGE));
    }

    /** From the desk: this message and all before it were seen. */
    @Scoped("self")
    @PostMapping("/account/messages/seen")
    ModelAndView see(@RequestParam(defaultValue = "0") long message, Viewer viewer) {
        long latest = inbox.listThreads(viewer.accountId(), Long.MAX_VALUE, 1).stream()
                .mapToLong(Received::id)
                .findFirst()
                .orElse(0);
        inbox.see(viewer.accountId(), Math.min(message, latest));
        return Views.redirect("/desk");
    }
}
