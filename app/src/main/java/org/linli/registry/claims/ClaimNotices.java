package org.linli.registry.claims;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.messages.Message;
import org.linli.platform.messages.Messages;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.OwnerContacts;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells everybody concerned of a confirmed claim: each owner on the register, also the one that was claimed, by the recorded
 * phone, and each account that holds the home. What was told, and to whom there was no way, is kept.
 */
@Component
class ClaimNotices {

    private static final int TOKEN_BYTES = 16;
    /** An owner without account has no language of their own choice yet. */
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final OwnerContacts contacts;
    private final Messages messages;
    private final MessageSource texts;
    private final Portal portal;
    private final BusinessTime time;

    ClaimNotices(
            JdbcClient jdbc,
            PersonalData personal,
            OwnerContacts contacts,
            Messages messages,
            MessageSource texts,
            Portal portal,
            BusinessTime time) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.contacts = contacts;
        this.messages = messages;
        this.texts = texts;
        this.portal = portal;
        this.time = time;
    }

    /** @param place community and home in words @param others accounts that hold the home */
    void tell(ClaimId claim, HomeRegister.Home home, String place, List<Long> others) {
        String until = time.today().plusDays(Claim.DAYS_TO_OBJECT).toString();
        String subject = text("claims.told.subject");
        for (int owner : home.owners()) {
            byte[] token = new byte[TOKEN_BYTES];
            random.nextBytes(token);
            String word = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
            boolean sent = contacts.send(
                    home.community(),
                    owner,
                    subject,
                    text("claims.told.owner", place, until, portal.baseUrl() + "/objections/" + claim + "/" + word));
            keep(claim, owner, null, sent, sent ? hash(claim, word) : null);
        }
        for (long account : others) {
            messages.send(Message.toAccount(
                    account, subject, text("claims.told.account", place, until, portal.baseUrl() + "/my")));
            keep(claim, null, account, true, null);
        }
    }

    /** One message to the claimant. @param key text key that takes the place */
    void inform(long account, String key, String place) {
        messages.send(
                Message.toAccount(account, text("claims.told.subject"), text(key, place, portal.baseUrl() + "/my")));
    }

    /** Whether this is the word of a message to an owner about the claim. */
    boolean isWordOf(ClaimId claim, String word) {
        byte[] wanted = hash(claim, word);
        return jdbc
                .sql("""
                select token_hash from linli.ownership_claim_notice
                where community_id = :community and claim_no = :claim and token_hash is not null
                """)
                .param("community", claim.community().value())
                .param("claim", claim.number())
                .query(byte[].class)
                .list()
                .stream()
                .anyMatch(stored -> MessageDigest.isEqual(stored, wanted));
    }

    /** Who was told. @param sent how many a message went to @param unreachable owners without a recorded phone */
    public record Told(int sent, int unreachable) {}

    Told told(ClaimId claim) {
        return jdbc.sql("""
                select count(*) filter (where sent) sent, count(*) filter (where not sent) unreachable
                from linli.ownership_claim_notice where community_id = :community and claim_no = :claim
                """)
                .param("community", claim.community().value())
                .param("claim", claim.number())
                .query(Told.class)
                .single();
    }

    private void keep(
            ClaimId claim, @Nullable Integer owner, @Nullable Long account, boolean sent, byte @Nullable [] token) {
        jdbc.sql("""
                insert into linli.ownership_claim_notice
                    (community_id, claim_no, notice_no, owner_no, account_id, sent, token_hash, told_at)
                select :community, :claim, coalesce(max(notice_no), 0) + 1, cast(:owner as int), cast(:account as bigint), :sent,
                       cast(:token as bytea), :at
                from linli.ownership_claim_notice where community_id = :community and claim_no = :claim
                """)
                .param("community", claim.community().value())
                .param("claim", claim.number())
                .param("owner", owner)
                .param("account", account)
                .param("sent", sent)
                .param("token", token, java.sql.Types.BINARY)
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, CHINESE);
    }

    private byte[] hash(ClaimId claim, String word) {
        return personal.hash("claim-objection", claim + "/" + word);
    }
}
