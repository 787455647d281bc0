package org.linli.bench;

import jakarta.servlet.http.HttpServletRequest;
import org.linli.people.AccountId;
import org.linli.people.Sessions;
import org.linli.platform.audit.RecordedElsewhere;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pages that a benchmark adds to its passing installation; they are in no other. */
@RestController
class BenchPages {

    private final Sessions sessions;

    BenchPages(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Signs in without a code: what is measured begins after it. */
    @PublicPage
    @GetMapping("/bench/sign-in/{account}")
    String signIn(@PathVariable long account, HttpServletRequest request) {
        sessions.begin(request, new AccountId(account));
        return "signed in"; // an empty answer is sent off before it has its cookie
    }

    /** Nothing, through the security chain of a ballot; it is not in the access log either. */
    @RecordedElsewhere("nowhere: it does nothing")
    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT})
    @PostMapping("/bench/nothing")
    String nothing() {
        return "";
    }
}
