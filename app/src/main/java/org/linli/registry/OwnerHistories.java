package org.linli.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.OwnerStore.Owner;
import org.linli.registry.OwnerVersions.Version;
import org.linli.rules.codes.Masks;
import org.linli.rules.codes.Phone;
import org.springframework.stereotype.Component;

/** Who changed or corrected an owner's own data, when and why. Values only masked; two that mask alike are not shown at all. */
@Component
class OwnerHistories {

    private static final String HIDDEN = "~registry.history.hidden";

    private final OwnerVersions versions;

    OwnerHistories(OwnerVersions versions) {
        this.versions = versions;
    }

    /** The acts on some owners, newest first. What came with a home's first owners is told by that home's own history. */
    List<HistoryEntry> of(CommunityId community, List<Integer> owners, RowScope scope) {
        List<HistoryEntry> entries = new ArrayList<>();
        @Nullable Version before = null;
        for (Version version : versions.all(community, owners, scope)) {
            if (before != null && before.owner().number() == version.owner().number()) {
                entries.add(entry(before, version));
            }
            before = version;
        }
        entries.sort(Comparator.comparing(HistoryEntry::recordedAt).reversed());
        return entries;
    }

    private static HistoryEntry entry(Version before, Version after) {
        LocalDate on = Objects.requireNonNullElse(
                after.changedOn(), LocalDate.ofInstant(after.recordedAt(), BusinessTime.ZONE));
        return new HistoryEntry(
                after.recordedAt(),
                after.recordedBy(),
                after.act(),
                after.evidence().isEmpty() ? after.reason() : after.reason() + "（" + after.evidence() + "）",
                "owner",
                after.owner().number(),
                on,
                null,
                false,
                false,
                changes(before.owner(), after.owner()));
    }

    private static List<HistoryEntry.Change> changes(Owner before, Owner after) {
        List<HistoryEntry.Change> changes = new ArrayList<>();
        add(changes, "owner_name", before.name(), after.name(), name(before), name(after));
        add(changes, "id_kind", before.idKind(), after.idKind(), kind(before), kind(after));
        add(changes, "id_number", before.idNumber(), after.idNumber(), id(before), id(after));
        add(changes, "phone", before.phone(), after.phone(), phone(before), phone(after));
        return changes;
    }

    private static void add(
            List<HistoryEntry.Change> changes,
            String field,
            @Nullable String before,
            @Nullable String after,
            String maskedBefore,
            String maskedAfter) {
        if (!Objects.equals(before, after)) {
            boolean alike = maskedBefore.equals(maskedAfter);
            changes.add(new HistoryEntry.Change(field, alike ? HIDDEN : maskedBefore, alike ? HIDDEN : maskedAfter));
        }
    }

    static String name(Owner owner) {
        return owner.kind().equals("PERSON") ? Masks.name(owner.name()) : owner.name();
    }

    static String id(Owner owner) {
        return owner.idNumber() == null ? "" : Masks.residentId(owner.idNumber());
    }

    static String phone(Owner owner) {
        return owner.phone() == null ? "" : Phone.masked(owner.phone());
    }

    private static String kind(Owner owner) {
        return owner.idKind() == null ? "" : "~registry.id-kind." + owner.idKind();
    }
}
