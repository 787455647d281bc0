package org.linli.registry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.OwnerStore.Owner;
import org.linli.registry.OwnerVersions.Version;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 变更 and 更正 of an owner's own data: name, document and phone. The ownerships stay as they are, and so does a roll that is frozen:
 * it keeps what was known on its day.
 */
@Service
public class OwnerAmendments {

    /** The refusal that may be answered by saying that both are a pair to be looked at. */
    public static final String PAIR = "registry.refused.id-of-other-owner";

    private final OwnerStore owners;
    private final OwnerVersions versions;
    private final OwnerHistories histories;
    private final HomeTables tables;
    private final Homes homes;
    private final Reach reach;
    private final BusinessTime time;

    OwnerAmendments(
            OwnerStore owners,
            OwnerVersions versions,
            OwnerHistories histories,
            HomeTables tables,
            Homes homes,
            Reach reach,
            BusinessTime time) {
        this.owners = owners;
        this.versions = versions;
        this.histories = histories;
        this.tables = tables;
        this.homes = homes;
        this.reach = reach;
        this.time = time;
    }

    /** One owner, masked. */
    public Optional<OwnerFile> find(CommunityId id, int ownerNo, RowScope scope) {
        return current(id, ownerNo, scope).map(held -> {
            Owner owner = held.owner();
            List<Integer> same = versions.sameNumber(id, owner, scope);
            List<Integer> owned = versions.homes(id, ownerNo, time.today(), scope);
            return new OwnerFile(
                    ownerNo,
                    held.number(),
                    OwnerChange.Kind.valueOf(owner.kind()),
                    OwnerHistories.name(owner),
                    owner.idKind(),
                    OwnerHistories.id(owner),
                    OwnerHistories.phone(owner),
                    homes.lines(id, owned.stream().limit(OwnerFile.MOST_HOMES).toList(), time.today(), scope),
                    owned.size(),
                    owners.find(id, same, scope).values().stream()
                            .map(other -> new OwnerFile.Other(other.number(), OwnerHistories.name(other)))
                            .toList(),
                    histories.of(id, List.of(ownerNo), scope));
        });
    }

    private Optional<Version> current(CommunityId id, int ownerNo, RowScope scope) {
        return versions.all(id, List.of(ownerNo), scope).stream()
                .filter(Version::current)
                .findFirst();
    }

    /** The name of an owner, masked. */
    public Optional<String> name(CommunityId id, int ownerNo, RowScope scope) {
        return current(id, ownerNo, scope).map(held -> OwnerHistories.name(held.owner()));
    }

    /** 变更: another name, document or phone from a day on. @param version of the row when the form was opened */
    @Transactional
    public Outcome change(CommunityId id, int ownerNo, int version, OwnerData data, LocalDate on, Clerk clerk) {
        return on.isAfter(time.today())
                ? Outcome.Refused.of("on", "in-future")
                : amend(id, ownerNo, version, data, on, Act.CHANGE, clerk);
    }

    /** 更正: what stands there was never right. */
    @Transactional
    public Outcome correct(CommunityId id, int ownerNo, int version, OwnerData data, Clerk clerk) {
        return amend(id, ownerNo, version, data, null, Act.CORRECTION, clerk);
    }

    private Outcome amend(
            CommunityId id, int ownerNo, int version, OwnerData data, @Nullable LocalDate on, Act act, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        List<Version> recorded = versions.all(id, List.of(ownerNo), clerk.scope());
        Optional<Version> held = recorded.stream().filter(Version::current).findFirst();
        if (held.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (held.get().number() != version) {
            return new Outcome.Overtaken();
        }
        Optional<LocalDate> last = recorded.stream()
                .map(Version::changedOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        if (on != null && last.filter(on::isBefore).isPresent()) {
            return Outcome.Refused.of("on", "before-last-change", last.get());
        }
        Owner before = held.get().owner();
        Owner right = data.over(before);
        Optional<Outcome> refused = impossible(id, before, right, data, clerk.scope());
        if (refused.isPresent()) {
            return refused.get();
        }
        String evidence = data.evidence();
        store(id, right, on, evidence == null ? "" : evidence, new Stamp(time.now(), clerk.name(), act, data.reason()));
        return new Outcome.Stored(Integer.toString(ownerNo));
    }

    /**
     * One number is one person (domain a.2 C4): it cannot stand under two names, and under one name it stands twice only when
     * somebody has said so. The two rows stay two.
     */
    private Optional<Outcome> impossible(CommunityId id, Owner before, Owner right, OwnerData data, RowScope scope) {
        if (right.equals(before)) {
            return Optional.of(Outcome.Refused.of("", "nothing-different"));
        }
        if (data.idNumber() == null || data.idNumber().equals(before.idNumber())) {
            return Optional.empty();
        }
        List<Owner> others = List.copyOf(
                owners.find(id, versions.sameNumber(id, right, scope), scope).values());
        if (others.stream()
                .anyMatch(other -> !RollSource.canonical(other.name()).equals(RollSource.canonical(right.name())))) {
            return Optional.of(Outcome.Refused.of("id_number", "id-of-other-name"));
        }
        return others.isEmpty() || data.pairKnown()
                ? Optional.empty()
                : Optional.of(Outcome.Refused.of("id_number", "id-of-other-owner"));
    }

    private void store(CommunityId id, Owner right, @Nullable LocalDate on, String evidence, Stamp stamp) {
        versions.record(id, right, on, evidence, stamp);
        tables.countAgain(id, stamp);
    }

    /**
     * 变更 by the owner in person: a phone that was proved by a code. The caller has checked that the person is this owner.
     *
     * @param phone as E.164
     * @param by as recorded beside the row
     * @return whether it was another one
     */
    @Transactional
    public boolean changeOwnPhone(
            CommunityId id, int ownerNo, String phone, String by, String reason, Runnable before) {
        reach.lock(id, RowScope.everything());
        Optional<Owner> held = current(id, ownerNo, RowScope.everything()).map(Version::owner);
        if (held.isEmpty() || phone.equals(held.get().phone())) {
            return false;
        }
        before.run();
        Owner right = new Owner(
                ownerNo,
                held.get().kind(),
                held.get().name(),
                held.get().idKind(),
                held.get().idNumber(),
                phone);
        store(id, right, time.today(), "", new Stamp(time.now(), by, Act.CHANGE, reason));
        return true;
    }
}
