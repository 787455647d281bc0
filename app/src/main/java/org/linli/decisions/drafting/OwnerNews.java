package org.linli.decisions.drafting;

import java.util.Locale;
import org.linli.decisions.Vote;
import org.linli.people.AccountId;
import org.linli.people.People;
import org.linli.platform.messages.Message;
import org.linli.platform.messages.Messages;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells everybody who owns a home here what became of a vote. Rehearsals are no news. */
@Component
public class OwnerNews {

    private final People people;
    private final Messages messages;
    private final Texts texts;

    OwnerNews(People people, Messages messages, MessageSource source) {
        this.people = people;
        this.messages = messages;
        this.texts = new Texts(source, Locale.SIMPLIFIED_CHINESE);
    }

    /** Asks somebody put forward whether to stand. */
    void ask(Vote vote, long account) {
        messages.send(Message.toAccount(
                account,
                texts.t("decisions.news.nominated"),
                texts.t(
                        "decisions.news.nominated.body",
                        vote.communityName(),
                        vote.terms().title())));
    }

    /** @param what last part of the text keys {@code decisions.news.<what>} @param arguments after community and title */
    public void tell(Vote vote, String what, Object... arguments) {
        if (vote.rehearsal()) {
            return;
        }
        Object[] all = new Object[arguments.length + 2];
        all[0] = vote.communityName();
        all[1] = vote.terms().title();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        for (AccountId owner :
                people.listHolders(Role.OWNER, new Scope.OfCommunity(vote.id().community()))) {
            messages.send(Message.toAccount(
                    owner.value(),
                    texts.t("decisions.news." + what),
                    texts.t("decisions.news." + what + ".body", all)));
        }
    }
}
