package org.linli.decisions.casting;

import java.time.LocalDate;
import java.util.Locale;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Denials.Denial;
import org.linli.decisions.casting.Denials.Ruling;
import org.linli.platform.messages.Message;
import org.linli.platform.messages.Messages;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Texts;
import org.linli.registry.OwnerContacts;
import org.linli.rules.decisions.calendar.DecisionCalendar;
import org.linli.rules.decisions.calendar.Holidays;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A result may become final while denials wait, since it does not hang on their ballots. They end then without a decision, and whoever
 * denied is told so and how a court may still be asked.
 *
 * <p>Source: Civil Code art. 280 ¶2 and SPC interpretation art. 12 (revocation by a court) [V]; the ending itself is our default [D].
 */
@Component
public class UndecidedDenials {

    private static final String FINAL = "结果已经终局且不取决于该票，未作裁定；可以依法向人民法院起诉。";
    private static final String ANNULLED = "该票已经由另一裁定撤销，未再裁定。";

    private final DenialStore store;
    private final OwnerContacts contacts;
    private final Messages messages;
    private final BusinessTime time;
    private final Texts texts;

    UndecidedDenials(
            DenialStore store, OwnerContacts contacts, Messages messages, BusinessTime time, MessageSource source) {
        this.store = store;
        this.contacts = contacts;
        this.messages = messages;
        this.time = time;
        this.texts = new Texts(source, Locale.SIMPLIFIED_CHINESE);
    }

    /** Ends every denial on which nobody ruled, inside the transaction that makes the result final. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Vote vote) {
        store.hold(vote.id());
        for (Denial denial : store.list(vote.id(), RowScope.everything())) {
            if (denial.isOpen()) {
                end(vote, denial);
            }
        }
    }

    private void end(Vote vote, Denial denial) {
        String reason = store.isAnnulled(denial) ? ANNULLED : FINAL;
        boolean ended = store.insertRuling(denial, new Ruling(false, true, reason, "Linli", time.now()), null);
        if (ended && !vote.rehearsal()) {
            tell(vote, store.denier(denial), reason);
        }
    }

    private void tell(Vote vote, DenialStore.Denier denier, String reason) {
        LocalDate court = new DecisionCalendar(vote.pack(), Holidays.NATIONAL).courtDue(time.today());
        String subject = texts.t("casting.denial.ended");
        String body = texts.t(
                "casting.denial.ended.body", vote.communityName(), vote.terms().title(), reason, texts.date(court));
        Long account = denier.account();
        Integer owner = denier.owner();
        if (account != null) {
            messages.send(Message.toAccount(account, subject, body));
        } else if (owner != null) {
            contacts.send(vote.id().community(), owner, subject, body);
        }
    }
}
