package org.linli.decisions.roll;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.linli.decisions.VoteId;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secrets of votes: 32 bytes from which the record's blindings follow, and 32 bytes of the key under which choices rest.
 *
 * <p>Wrapped together by AES-256-GCM under a key of {@code LINLI_HOME} that is never in the database, and bound to the vote's id,
 * so that a row moved to another vote does not open.
 */
@Service
public class VoteSecrets {

    private static final String KEY = "vote-secrets";
    private static final String REMEDY = "Put the file back from the backup of LINLI_HOME/keys.";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SECRET_BYTES = org.linli.ledger.VoteSecret.SIZE;
    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final SecretKey wrapping;

    /** @throws IllegalStateException if votes are sealed, and the key that opens them is missing or another one */
    VoteSecrets(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        List<VoteId> sealed = newest();
        if (!sealed.isEmpty() && !secrets.has(KEY)) {
            throw new IllegalStateException(
                    "keys/%s.key is missing, but votes are sealed under it; a new key would open none of them. %s"
                            .formatted(KEY, REMEDY));
        }
        this.wrapping = new SecretKeySpec(secrets.bytes(KEY), "AES");
        if (!sealed.isEmpty() && sealed.stream().noneMatch(this::opens)) {
            throw new IllegalStateException(
                    "keys/%s.key opens none of the sealed votes: it is another installation's. %s"
                            .formatted(KEY, REMEDY));
        }
    }

    /** Some are enough: one row that was damaged is no reason not to start. */
    private List<VoteId> newest() {
        return jdbc.sql("""
                select community_id, vote_no from linli.vote_secret order by community_id desc, vote_no desc limit 20
                """)
                .query((row, n) -> new VoteId(new CommunityId(row.getLong("community_id")), row.getInt("vote_no")))
                .list();
    }

    private boolean opens(VoteId sealed) {
        try {
            get(sealed);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Makes the secrets of a vote; those that it has stay. */
    @Transactional
    public void create(VoteId id) {
        byte[] plain = new byte[SECRET_BYTES + KEY_BYTES];
        random.nextBytes(plain);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, id, nonce, plain, 0);
        byte[] wrapped = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, wrapped, NONCE_BYTES, sealed.length);
        jdbc.sql("""
                insert into linli.vote_secret (community_id, vote_no, wrapped) values (:community, :vote, :wrapped)
                on conflict do nothing
                """)
                .param("community", id.community().value())
                .param("vote", id.number())
                .param("wrapped", wrapped)
                .update();
    }

    /** @throws IllegalStateException if the vote has none, or they were altered or wrapped by another installation */
    public VoteSecret get(VoteId id) {
        byte[] wrapped = jdbc.sql("""
                select wrapped from linli.vote_secret where community_id = :community and vote_no = :vote
                """)
                .param("community", id.community().value())
                .param("vote", id.number())
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("vote " + id + " has no secrets"));
        byte[] plain = apply(Cipher.DECRYPT_MODE, id, Arrays.copyOf(wrapped, NONCE_BYTES), wrapped, NONCE_BYTES);
        return new VoteSecret(
                org.linli.ledger.VoteSecret.of(Arrays.copyOf(plain, SECRET_BYTES)),
                new SecretKeySpec(plain, SECRET_BYTES, KEY_BYTES, "AES"));
    }

    private byte[] apply(int mode, VoteId id, byte[] nonce, byte[] input, int offset) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, wrapping, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(("vote " + id).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "secrets of vote " + id + " cannot be read: altered, or another installation's", e);
        }
    }
}
