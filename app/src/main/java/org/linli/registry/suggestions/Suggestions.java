package org.linli.registry.suggestions;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.Clerk;
import org.linli.registry.Communities;
import org.linli.registry.CommunityBase;
import org.linli.registry.CommunityFile;
import org.linli.registry.FieldError;
import org.linli.registry.Fields;
import org.linli.registry.Outcome;
import org.linli.registry.OwnerChange;
import org.linli.registry.OwnerData;
import org.linli.registry.suggestions.Suggestion.Subject;
import org.linli.rules.decisions.calendar.Holidays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes corrections and tells what was proposed; {@link SuggestionRulings} decides. */
@Service
public class Suggestions {

    /** Five working days for the street's word, as for all that owners ask for: own default [D]. */
    private static final int WORKING_DAYS = 5;

    private static final int OPEN_AT_MOST = 20;

    /** A name and a place are asked about on the clerk's own form: near names, moved figures of two counties. */
    private static final Set<String> ONLY_BY_THE_STREET = Set.of("name", "division_code", "data_source");

    /** The fields of a community's file that can be proposed. */
    public static final List<String> FIELDS = CommunityBase.FIELDS.stream()
            .filter(field -> !ONLY_BY_THE_STREET.contains(field))
            .toList();

    private final SuggestionStore store;
    private final Communities communities;
    private final Divisions divisions;
    private final BusinessTime time;

    Suggestions(SuggestionStore store, Communities communities, Divisions divisions, BusinessTime time) {
        this.store = store;
        this.communities = communities;
        this.divisions = divisions;
        this.time = time;
    }

    /** A specialist proposes another value for one field of a community's file. @param value as typed, empty for a blank */
    @Transactional
    public Outcome suggest(CommunityFile file, String field, String value, String reason, Clerk by) {
        if (!FIELDS.contains(field) || !communities.isWithin(file.id(), by.scope())) {
            return new Outcome.Unknown();
        }
        Map<String, String> now = file.base().typed();
        Map<String, String> proposed = new HashMap<>(now);
        proposed.put(field, value);
        Fields fields = new Fields(proposed);
        CommunityBase base = CommunityBase.read(fields, divisions);
        if (now.getOrDefault(field, "").equals(fields.raw(field))) {
            fields.refuse(field, "nothing-different");
        }
        if (reason.isBlank()) {
            fields.refuse("reason", "required");
        }
        if (!fields.isSound()) {
            return fields.refused();
        }
        Optional<Outcome> impossible = communities.builtTooLate(base);
        if (impossible.isPresent()) {
            return impossible.get();
        }
        boolean waits = store.listOpenOf(by.accountId()).stream()
                .anyMatch(open -> open.id().community().equals(file.id())
                        && open.proposed().containsKey(field));
        if (waits) {
            return new Outcome.Refused(List.of(new FieldError(field, "suggestions.refused.waits", List.of())));
        }
        return store(
                new SuggestionStore.Wish(
                        file.id(),
                        Subject.COMMUNITY,
                        null,
                        Map.of(field, now.getOrDefault(field, "")),
                        Map.of(field, fields.raw(field)),
                        reason.strip(),
                        ""),
                by.accountId(),
                by.name());
    }

    /**
     * An owner asks for a correction of the own name or number. The caller has checked that the account is this owner.
     *
     * @param typed the form of the correction
     */
    @Transactional
    public Outcome suggestOwn(
            CommunityId community, int ownerNo, Map<String, String> typed, long account, String name) {
        Fields fields = new Fields(typed);
        OwnerData data = OwnerData.read(fields, OwnerChange.Kind.PERSON, time.today());
        if (!fields.isSound()) {
            return fields.refused();
        }
        Map<String, String> proposed = new HashMap<>();
        String ownName = data.name();
        if (ownName != null) {
            proposed.put("owner_name", ownName);
        }
        String number = data.idNumber();
        OwnerChange.IdKind kind = data.idKind();
        if (number != null && kind != null) {
            proposed.put("id_number", number);
            proposed.put("id_kind", kind.name());
        }
        if (proposed.isEmpty()) {
            return new Outcome.Refused(List.of(new FieldError("", "registry.refused.nothing-typed", List.of())));
        }
        String evidence = data.evidence();
        return store(
                new SuggestionStore.Wish(
                        community,
                        Subject.OWNER,
                        ownerNo,
                        Map.of(),
                        proposed,
                        data.reason(),
                        evidence == null ? "" : evidence),
                account,
                name);
    }

    private Outcome store(SuggestionStore.Wish wish, long account, String name) {
        store.lock(wish.community());
        if (store.countOpenOf(account, wish.community()) >= OPEN_AT_MOST) {
            return new Outcome.Refused(
                    List.of(new FieldError("", "suggestions.refused.too-many", List.of(OPEN_AT_MOST))));
        }
        return new Outcome.Stored(
                store.insert(wish, account, name, time.now(), due()).toString());
    }

    private LocalDate due() {
        LocalDate day = time.today();
        for (int i = 0; i < WORKING_DAYS; i++) {
            day = Holidays.NATIONAL.workingDayFrom(day.plusDays(1));
        }
        return day;
    }

    public Optional<Suggestion> find(SuggestionId id, RowScope scope) {
        return store.find(id, scope);
    }

    /** Open or decided ones within the scope. */
    public List<Suggestion> list(boolean open, RowScope scope, int limit) {
        return store.list(open, scope, limit);
    }

    public List<Suggestion> listOpen(CommunityId community, RowScope scope) {
        return store.listOpen(community, scope);
    }

    /** What an account proposed, in one community or all; newest first. */
    public List<Suggestion> listOf(long account, @Nullable CommunityId community, int limit) {
        return store.listOf(account, community, limit);
    }

    /** What an account proposed that waits for its answer; few, for so many may be open in a community. */
    public List<Suggestion> listOpenOf(long account) {
        return store.listOpenOf(account);
    }

    public long countOpen(RowScope scope) {
        return store.countOpen(scope);
    }

    /** The file as it would be after a proposal; empty when it cannot be so any more. */
    public Optional<CommunityBase> applied(Suggestion suggestion, CommunityFile file) {
        Map<String, String> typed = new HashMap<>(file.base().typed());
        typed.putAll(suggestion.proposed());
        Fields fields = new Fields(typed);
        CommunityBase base = CommunityBase.read(fields, divisions);
        return fields.isSound() && !suggestion.proposed().isEmpty() ? Optional.of(base) : Optional.empty();
    }
}
