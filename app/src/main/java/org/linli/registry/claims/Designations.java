package org.linli.registry.claims;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.claims.ClaimResult.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which of several co-owners votes for a home.
 *
 * <p>Source: Guiding rules art. 25 [K]; Ningbo 18(1) [V] (domain C6). The co-owners designate together, so on line each of
 * them says yes with their own claim; who cannot is heard by the street, which records their signed agreement. A word taken
 * back, or another set of owners, ends the designation.
 */
@Service
public class Designations {

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final HomeRegister register;
    private final ClaimStore claims;
    private final RowScopes scopes;
    private final BusinessTime time;

    Designations(
            JdbcClient jdbc,
            PersonalData personal,
            HomeRegister register,
            ClaimStore claims,
            RowScopes scopes,
            BusinessTime time) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.register = register;
        this.claims = claims;
        this.scopes = scopes;
        this.time = time;
    }

    /** The newest designation of a home. @param missing owners whose yes is still missing; empty when it is in force */
    public record Designation(
            CommunityId community,
            int homeNo,
            int number,
            int ownerNo,
            Set<Integer> missing,
            boolean isRefused,
            Instant at) {
        public Designation {
            missing = Set.copyOf(missing);
        }

        public boolean isInForce() {
            return missing.isEmpty() && !isRefused;
        }
    }

    private record Row(int number, int ownerNo, List<Integer> owners, String way, Instant at) {}

    private record Word(@Nullable Integer ownerNo, boolean agreed) {}

    OptionalInt inForce(CommunityId community, int homeNo) {
        return find(community, homeNo)
                .filter(Designation::isInForce)
                .map(found -> OptionalInt.of(found.ownerNo()))
                .orElse(OptionalInt.empty());
    }

    /** The newest designation for the owners of today, refused ones left out. */
    public Optional<Designation> find(CommunityId community, int homeNo) {
        Set<Integer> owners = register.find(community, homeNo)
                .map(home -> Set.copyOf(home.owners()))
                .orElse(Set.of());
        return newest(community, homeNo)
                .filter(row -> Set.copyOf(row.owners).equals(owners))
                .map(row -> {
                    Set<Integer> missing = row.way.equals("AGREEMENT") ? new HashSet<>() : new HashSet<>(row.owners);
                    boolean refused = false;
                    for (Word word : words(community, homeNo, row.number)) {
                        refused |= !word.agreed;
                        if (word.ownerNo != null) {
                            missing.remove(word.ownerNo);
                        }
                    }
                    return new Designation(community, homeNo, row.number, row.ownerNo, missing, refused, row.at);
                })
                .filter(found -> !found.isRefused());
    }

    /** A co-owner proposes who votes, and agrees by it. */
    @Transactional
    public ClaimResult propose(OwnClaims.Who who, ClaimId own, int ownerNo) {
        claims.lock(own.community());
        Optional<Claim> claim = ownClaim(who, own);
        if (claim.isEmpty()) {
            return new ClaimResult.Unknown();
        }
        List<Integer> owners = owners(own.community(), claim.get().homeNo());
        if (owners.size() < 2 || !owners.contains(ownerNo)) {
            return ClaimResult.refused(Reason.OWNER);
        }
        int number = insert(own.community(), claim.get().homeNo(), ownerNo, owners, "ONLINE", "", who.account());
        word(own.community(), claim.get().homeNo(), number, claim.get().ownerNo(), true, who.account());
        return new ClaimResult.Done(own);
    }

    /** A co-owner agrees to the newest proposal for their home, or ends it; also one that was in force. */
    @Transactional
    public ClaimResult answer(OwnClaims.Who who, ClaimId own, boolean agreed) {
        claims.lock(own.community());
        Optional<Claim> claim = ownClaim(who, own);
        if (claim.isEmpty()) {
            return new ClaimResult.Unknown();
        }
        int homeNo = claim.get().homeNo();
        Optional<Designation> found = find(own.community(), homeNo);
        if (found.isEmpty()) {
            return ClaimResult.refused(Reason.STATE);
        }
        word(own.community(), homeNo, found.get().number(), claim.get().ownerNo(), agreed, who.account());
        return new ClaimResult.Done(own);
    }

    /** The street records what all co-owners signed. @param evidence what was signed and when */
    @Transactional
    public ClaimResult record(Viewer viewer, ClaimId id, int ownerNo, String evidence) {
        claims.lock(id.community());
        Optional<Claim> claim = claims.find(id, scopes.of(viewer));
        if (claim.isEmpty()) {
            return new ClaimResult.Unknown();
        }
        List<Integer> owners = owners(id.community(), claim.get().homeNo());
        if (owners.size() < 2 || !owners.contains(ownerNo)) {
            return ClaimResult.refused(Reason.OWNER);
        }
        if (evidence.isBlank()) {
            return ClaimResult.refused(Reason.REASON);
        }
        insert(
                id.community(),
                claim.get().homeNo(),
                ownerNo,
                owners,
                "AGREEMENT",
                evidence.strip(),
                viewer.accountId());
        return new ClaimResult.Done(id);
    }

    private Optional<Claim> ownClaim(OwnClaims.Who who, ClaimId id) {
        return claims.find(id, RowScope.everything())
                .filter(claim -> claim.account() == who.account()
                        && claim.isHeld()
                        && claim.ownerNo() != null
                        && owners(id.community(), claim.homeNo()).contains(claim.ownerNo()));
    }

    private List<Integer> owners(CommunityId community, int homeNo) {
        return register.find(community, homeNo).map(HomeRegister.Home::owners).orElse(List.of());
    }

    private Optional<Row> newest(CommunityId community, int homeNo) {
        return jdbc.sql("""
                select designation_no, owner_no, owners, way, at from linli.designation
                where community_id = :community and home_no = :home order by designation_no desc limit 1
                """)
                .param("community", community.value())
                .param("home", homeNo)
                .query((row, n) -> new Row(
                        row.getInt("designation_no"),
                        row.getInt("owner_no"),
                        Arrays.asList((Integer[]) row.getArray("owners").getArray()),
                        row.getString("way"),
                        ClaimStore.instant(row, "at")))
                .optional();
    }

    private List<Word> words(CommunityId community, int homeNo, int number) {
        return jdbc.sql("""
                select owner_no, agreed from linli.designation_word
                where community_id = :community and home_no = :home and designation_no = :number order by word_no
                """)
                .param("community", community.value())
                .param("home", homeNo)
                .param("number", number)
                .query((row, n) -> new Word(row.getObject("owner_no", Integer.class), row.getBoolean("agreed")))
                .list();
    }

    private int insert(
            CommunityId community,
            int homeNo,
            int ownerNo,
            List<Integer> owners,
            String way,
            String evidence,
            long account) {
        return jdbc.sql("""
                insert into linli.designation
                    (community_id, home_no, designation_no, owner_no, owners, way, evidence, by_account, at)
                select :community, :home, coalesce(max(designation_no), 0) + 1, :owner, :owners, :way, :evidence, :account, :at
                from linli.designation where community_id = :community and home_no = :home
                returning designation_no
                """)
                .param("community", community.value())
                .param("home", homeNo)
                .param("owner", ownerNo)
                .param("owners", owners.toArray(Integer[]::new))
                .param("way", way)
                .param("evidence", personal.encrypt(evidence))
                .param("account", account)
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private void word(
            CommunityId community, int homeNo, int number, @Nullable Integer owner, boolean agreed, long account) {
        jdbc.sql("""
                insert into linli.designation_word
                    (community_id, home_no, designation_no, word_no, owner_no, agreed, by_account, at)
                select :community, :home, :number, coalesce(max(word_no), 0) + 1, cast(:owner as int), :agreed, :account, :at
                from linli.designation_word
                where community_id = :community and home_no = :home and designation_no = :number
                """)
                .param("community", community.value())
                .param("home", homeNo)
                .param("number", number)
                .param("owner", owner)
                .param("agreed", agreed)
                .param("account", account)
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
