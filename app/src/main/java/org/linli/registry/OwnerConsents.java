package org.linli.registry;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an owner agreed to, when and how, and when it was withdrawn. Only ever added to.
 *
 * <p>Source: Personal Information Protection Law art. 13 to 15: consent is given knowingly and can be withdrawn [V].
 */
@Service
public class OwnerConsents {

    private final JdbcClient jdbc;
    private final Homes homes;
    private final Reach reach;
    private final BusinessTime time;

    OwnerConsents(JdbcClient jdbc, Homes homes, Reach reach, BusinessTime time) {
        this.jdbc = jdbc;
        this.homes = homes;
        this.reach = reach;
        this.time = time;
    }

    /** What was agreed to. */
    public enum Purpose {
        ELECTRONIC_VOTE,
        MESSAGES,
        CONTACT_OPEN,
        OTHER
    }

    /** How it was said. */
    public enum How {
        PAPER,
        ONLINE,
        IN_PERSON
    }

    /** @param withdrawnOn null while it holds */
    public record Consent(
            int number,
            Purpose purpose,
            How how,
            String note,
            LocalDate givenOn,
            String recordedBy,
            @Nullable LocalDate withdrawnOn,
            Optional<How> withdrawnHow,
            String withdrawalRecordedBy) {}

    /** The newest first. */
    public List<Consent> list(CommunityId id, int owner, RowScope scope) {
        if (!reach.covers(id, scope)) {
            return List.of();
        }
        return jdbc.sql("""
                select c.consent_no, c.purpose, c.how, coalesce(c.note, '') note, c.given_on, c.recorded_by,
                       w.withdrawn_on, w.how withdrawn_how, coalesce(w.recorded_by, '') withdrawal_by
                from linli.owner_consent c
                left join linli.owner_consent_withdrawal w using (community_id, owner_no, consent_no)
                where c.community_id = :id and c.owner_no = :owner
                order by c.consent_no desc
                """)
                .param("id", id.value())
                .param("owner", owner)
                .query((row, n) -> new Consent(
                        row.getInt("consent_no"),
                        Purpose.valueOf(row.getString("purpose")),
                        How.valueOf(row.getString("how")),
                        row.getString("note"),
                        row.getObject("given_on", LocalDate.class),
                        row.getString("recorded_by"),
                        row.getObject("withdrawn_on", LocalDate.class),
                        Optional.ofNullable(row.getString("withdrawn_how")).map(How::valueOf),
                        row.getString("withdrawal_by")))
                .list();
    }

    /** Refused while a consent to the same purpose holds; {@link Purpose#OTHER} is told apart by its note. */
    @Transactional
    public Outcome give(
            CommunityId id, int owner, Purpose purpose, How how, @Nullable String note, LocalDate on, Clerk clerk) {
        if (!reach.lock(id, clerk.scope()) || !homes.hasOwner(id, owner, clerk.scope())) {
            return new Outcome.Unknown();
        }
        if (on.isAfter(time.today())) {
            return Outcome.Refused.of("given_on", "in-future");
        }
        List<Consent> earlier = list(id, owner, clerk.scope());
        Optional<Consent> holds = earlier.stream()
                .filter(consent -> purpose != Purpose.OTHER && consent.purpose() == purpose)
                .filter(consent -> consent.withdrawnOn() == null)
                .findFirst();
        if (holds.isPresent()) {
            return Outcome.Refused.of("purpose", "consent-holds", holds.get().givenOn());
        }
        int number = earlier.size() + 1;
        jdbc.sql("""
                insert into linli.owner_consent
                    (community_id, owner_no, consent_no, purpose, how, note, given_on, recorded_by, recorded_at)
                values (:id, :owner, :number, :purpose, :how, :note, :on, :by, :at)
                """)
                .param("id", id.value())
                .param("owner", owner)
                .param("number", number)
                .param("purpose", purpose.name())
                .param("how", how.name())
                .param("note", note)
                .param("on", on)
                .param("by", clerk.name())
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .update();
        return new Outcome.Stored(Integer.toString(number));
    }

    /** The owner withdraws it, once. */
    @Transactional
    public Outcome withdraw(CommunityId id, int owner, int number, How how, LocalDate on, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        Optional<Consent> found = list(id, owner, clerk.scope()).stream()
                .filter(consent -> consent.number() == number)
                .findFirst();
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (found.get().withdrawnOn() != null) {
            return new Outcome.Overtaken();
        }
        if (on.isAfter(time.today())) {
            return Outcome.Refused.of("withdrawn_on", "in-future");
        }
        if (on.isBefore(found.get().givenOn())) {
            return Outcome.Refused.of(
                    "withdrawn_on", "end-before-start", found.get().givenOn());
        }
        jdbc.sql("""
                insert into linli.owner_consent_withdrawal
                    (community_id, owner_no, consent_no, how, withdrawn_on, recorded_by, recorded_at)
                values (:id, :owner, :number, :how, :on, :by, :at)
                """)
                .param("id", id.value())
                .param("owner", owner)
                .param("number", number)
                .param("how", how.name())
                .param("on", on)
                .param("by", clerk.name())
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .update();
        return new Outcome.Stored(Integer.toString(number));
    }
}
