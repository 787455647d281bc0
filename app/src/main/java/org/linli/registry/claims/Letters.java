package org.linli.registry.claims;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters to homes, each with a code that proves that whoever types it reads the home's mail.
 *
 * <p>A code is kept as a keyed hash only, so a letter can be printed once and never again. Its last day is a legal day in
 * business time, because it stands on the paper.
 */
@Service
public class Letters {

    static final int DAYS = 60;
    static final int TRIES = 5;

    /** Without characters that look alike on paper. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int CHARACTERS = 8;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final HomeRegister register;
    private final AccessLog log;
    private final BusinessTime time;

    Letters(JdbcClient jdbc, PersonalData personal, HomeRegister register, AccessLog log, BusinessTime time) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.register = register;
        this.log = log;
        this.time = time;
    }

    /**
     * A letter to be printed now.
     *
     * @param address building, stairwell and room
     * @param owner the owner's name, masked; the first one's where there are several
     * @param code shown this once
     */
    public record Letter(String community, String address, String owner, String code, LocalDate lastDay) {}

    /** The buildings for which letters can be printed. */
    public List<String> buildings(CommunityId community) {
        return register.buildings(community);
    }

    /** One new letter for each home of a building that has owners; the older ones of these homes stop working. */
    @Transactional
    public List<Letter> print(CommunityId community, String building, Viewer by) {
        String name = register.communityName(community);
        List<HomeRegister.Home> homes = register.listHomes(community, building).stream()
                .filter(home -> !home.owners().isEmpty())
                .toList();
        log.record(by, "letters.print", "community", community, homes.size() + " letters");
        return homes.stream()
                .map(home -> new Letter(name, home.address(), owner(home), issue(home, by), lastDay()))
                .toList();
    }

    private String owner(HomeRegister.Home home) {
        return register.owners(home).stream()
                .findFirst()
                .map(HomeRegister.Person::masked)
                .orElse("");
    }

    private String issue(HomeRegister.Home home, Viewer by) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        jdbc.sql("""
                insert into linli.claim_letter (community_id, home_no, letter_no, code_hash, issued_on, last_day, issued_by)
                select :community, :home, coalesce(max(letter_no), 0) + 1, :hash, :today, :last, :by
                from linli.claim_letter where community_id = :community and home_no = :home
                """)
                .param("community", home.community().value())
                .param("home", home.number())
                .param("hash", hash(home, code.toString()))
                .param("today", time.today())
                .param("last", lastDay())
                .param("by", by.accountId())
                .update();
        return code.insert(CHARACTERS / 2, '-').toString();
    }

    private LocalDate lastDay() {
        return time.today().plusDays(DAYS);
    }

    /** Counts a try against the home's newest letter and says whether the code is right; one of five. */
    boolean isRight(HomeRegister.Home home, String typed) {
        Optional<byte[]> stored = jdbc.sql("""
                update linli.claim_letter t set attempts = attempts + 1
                where t.community_id = :community and t.home_no = :home and t.used_at is null
                  and t.attempts < :tries and t.last_day >= :today
                  and t.letter_no = (select max(l.letter_no) from linli.claim_letter l
                                      where l.community_id = :community and l.home_no = :home)
                returning t.code_hash
                """)
                .param("community", home.community().value())
                .param("home", home.number())
                .param("tries", TRIES)
                .param("today", time.today())
                .query(byte[].class)
                .optional();
        String code = HomeRegister.canonical(typed).replace("-", "").toUpperCase(Locale.ROOT);
        return stored.isPresent() && MessageDigest.isEqual(stored.get(), hash(home, code));
    }

    /** The letter has done its work. */
    void use(HomeRegister.Home home) {
        jdbc.sql("""
                update linli.claim_letter t set used_at = :now
                where t.community_id = :community and t.home_no = :home
                  and t.letter_no = (select max(l.letter_no) from linli.claim_letter l
                                      where l.community_id = :community and l.home_no = :home)
                """)
                .param("community", home.community().value())
                .param("home", home.number())
                .param("now", time.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private byte[] hash(HomeRegister.Home home, String code) {
        return personal.hash("claim-letter", home.community() + "/" + home.number() + "/" + code);
    }
}
