package org.linli.registry.suggestions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.messages.Message;
import org.linli.platform.messages.Messages;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.Clerk;
import org.linli.registry.Communities;
import org.linli.registry.CommunityFile;
import org.linli.registry.FieldError;
import org.linli.registry.Fields;
import org.linli.registry.Outcome;
import org.linli.registry.OwnerAmendments;
import org.linli.registry.OwnerChange;
import org.linli.registry.OwnerData;
import org.linli.registry.suggestions.Suggestion.Subject;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides on proposals: what is accepted becomes an ordinary 更正 by whoever accepts it, and the proposer is told either way. */
@Service
public class SuggestionRulings {

    /** The history puts before it whose proposal it was, and holds 200 characters. */
    private static final int REASON_AT_MOST = 150;

    private final SuggestionStore store;
    private final Suggestions suggestions;
    private final Communities communities;
    private final OwnerAmendments owners;
    private final Messages messages;
    private final MessageSource texts;
    private final BusinessTime time;

    SuggestionRulings(
            SuggestionStore store,
            Suggestions suggestions,
            Communities communities,
            OwnerAmendments owners,
            Messages messages,
            MessageSource texts,
            BusinessTime time) {
        this.store = store;
        this.suggestions = suggestions;
        this.communities = communities;
        this.owners = owners;
        this.messages = messages;
        this.texts = texts;
        this.time = time;
    }

    /**
     * What somebody says to a proposal.
     *
     * @param evidence what the clerk saw, needed for an owner's name or number
     * @param pairKnown as of {@link OwnerData}
     * @param seen version of the file, or of the owner's data, that was shown beside the proposal
     */
    public record Word(boolean accepted, String reason, String evidence, boolean pairKnown, int seen) {
        public Word {
            reason = reason.strip();
            evidence = evidence.strip();
        }
    }

    /** The street's word. An accepted proposal is carried out at once, or refused with what stands against it. */
    @Transactional
    public Outcome rule(SuggestionId id, Word word, Clerk clerk) {
        store.lock(id.community());
        Optional<Suggestion> found = store.find(id, clerk.scope());
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Suggestion suggestion = found.get();
        List<FieldError> errors = new ArrayList<>();
        if (!suggestion.isOpen()) {
            return new Outcome.Overtaken();
        }
        if (suggestion.byAccount() == clerk.accountId()) {
            errors.add(new FieldError("", "suggestions.refused.own", List.of()));
        }
        if (word.reason.isEmpty()) {
            errors.add(new FieldError("reason", "registry.refused.required", List.of()));
        }
        if (word.reason.length() > REASON_AT_MOST) {
            errors.add(new FieldError("reason", "registry.refused.too-long", List.of(REASON_AT_MOST)));
        }
        if (word.accepted && suggestion.subject() == Subject.OWNER && word.evidence.isEmpty()) {
            errors.add(new FieldError("evidence", "registry.refused.required", List.of()));
        }
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        Outcome outcome = word.accepted ? carryOut(suggestion, word, clerk) : new Outcome.Stored(id.toString());
        if (outcome instanceof Outcome.Stored) {
            Instant now = time.now();
            store.rule(id, word.accepted, word.reason, clerk.accountId(), clerk.name(), now);
            tell(suggestion, word);
        }
        return outcome;
    }

    private Outcome carryOut(Suggestion suggestion, Word word, Clerk clerk) {
        CommunityId community = suggestion.id().community();
        Integer owner = suggestion.ownerNo();
        if (owner != null) {
            Map<String, String> typed = new HashMap<>(suggestion.proposed());
            typed.put("reason", text("suggestions.reason.owner", suggestion.id(), word.reason));
            typed.put("evidence", word.evidence);
            if (word.pairKnown) {
                typed.put("pair_known", "on");
            }
            Fields fields = new Fields(typed);
            OwnerData data = OwnerData.read(fields, OwnerChange.Kind.PERSON, time.today());
            return !fields.isSound()
                    ? fields.refused()
                    : owners.find(community, owner, clerk.scope())
                            .map(held -> held.version() == word.seen
                                    ? owners.correct(community, owner, word.seen, data, clerk)
                                    : changedMeanwhile())
                            .orElseGet(Outcome.Unknown::new);
        }
        return communities
                .find(community, AsOf.day(time.today()), clerk.scope())
                .map(file -> file.version() == word.seen
                        ? correct(suggestion, file, word.reason, clerk)
                        : changedMeanwhile())
                .orElseGet(SuggestionRulings::noLonger);
    }

    private Outcome correct(Suggestion suggestion, CommunityFile file, String reason, Clerk clerk) {
        return suggestions
                .applied(suggestion, file)
                .map(base -> communities.correct(
                        file.id(),
                        file.version(),
                        file.rowVersion(),
                        base,
                        text("suggestions.reason.community", suggestion.id(), suggestion.byName(), reason),
                        clerk))
                .orElseGet(SuggestionRulings::noLonger);
    }

    private static Outcome noLonger() {
        return new Outcome.Refused(List.of(new FieldError("", "suggestions.refused.no-longer", List.of())));
    }

    /** Whoever agreed looked at other data than there are now; the page shows those of now. */
    private static Outcome changedMeanwhile() {
        return new Outcome.Refused(List.of(new FieldError("", "suggestions.refused.changed", List.of())));
    }

    private void tell(Suggestion suggestion, Word word) {
        messages.send(Message.toAccount(
                        suggestion.byAccount(),
                        text("suggestions.told.subject"),
                        text(
                                word.accepted ? "suggestions.told.accepted" : "suggestions.told.refused",
                                suggestion.community(),
                                word.reason))
                .in("suggestion:" + suggestion.id()));
    }

    /** The register and messages to people are in Chinese, whatever the clerk reads. */
    private String text(String key, Object... arguments) {
        return texts.getMessage(
                key, java.util.Arrays.stream(arguments).map(Object::toString).toArray(), Locale.SIMPLIFIED_CHINESE);
    }
}
