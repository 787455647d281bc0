package org.linli.rules.decisions.matters;

import static java.util.Map.entry;
import static org.linli.rules.law.LawSource.CIVIL_CODE;
import static org.linli.rules.law.LawSource.GUIDING_RULES;
import static org.linli.rules.law.LawSource.MODEL_REGULATIONS;
import static org.linli.rules.law.LawSource.SPC_INTERPRETATION;
import static org.linli.rules.law.LawSource.STATE_COUNCIL_REGULATION;
import static org.linli.rules.law.LawSource.TAIZHOU_REGULATION;
import static org.linli.rules.law.LawSource.ZHEJIANG_REGULATION;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.linli.rules.law.Citation;

/**
 * The rule packs that come with Linli, as dated data.
 *
 * <p>Source: Taizhou regulation, in force 2021-05-01 [V]; Civil Code arts. 946–948 [V]; State Council property management
 * regulation arts. 14 and 16 [V]; Zhejiang regulation arts. 8 and 14 [V]; Guiding rules [K]; neighbouring cities' property regulations as models [D]; own default for the rest [D].
 */
public final class RulePacks {
    /** Civil Code with the Taizhou regulation, for which thresholds and local numbers agree. */
    public static final RulePack TAIZHOU_2021 = new RulePack(
            "taizhou-2021",
            "3310",
            LocalDate.of(2021, 5, 1),
            Map.ofEntries(
                    set(Setting.NOTICE_DAYS, 15, Citation.read(STATE_COUNCIL_REGULATION, "14")),
                    set(Setting.WINDOW_FEWEST_DAYS, 5, Citation.model(MODEL_REGULATIONS, "杭州 20")),
                    set(Setting.WINDOW_MOST_DAYS, 60, Citation.model(MODEL_REGULATIONS, "杭州 20")),
                    set(Setting.CHALLENGE_FIRST_DAY, 1, Citation.ownDefault()),
                    set(Setting.CHALLENGE_LAST_DAY, 10, Citation.ownDefault()),
                    set(Setting.DELIVERY_POSTING_DAYS, 7, Citation.known(GUIDING_RULES, "22")),
                    set(Setting.CANDIDATE_POSTING_DAYS, 7, Citation.model(MODEL_REGULATIONS, "杭州 26, 宁波 31")),
                    set(Setting.OBJECTION_DAYS, 7, Citation.known(GUIDING_RULES, "30")),
                    set(Setting.FILING_DAYS, 30, Citation.read(STATE_COUNCIL_REGULATION, "16")),
                    set(Setting.HANDOVER_DAYS, 10, Citation.read(TAIZHOU_REGULATION, "28")),
                    set(Setting.COURT_YEARS, 1, Citation.read(SPC_INTERPRETATION, "12")),
                    set(Setting.COMMITTEE_FEWEST, 5, Citation.read(TAIZHOU_REGULATION, "19")),
                    set(Setting.COMMITTEE_MOST, 11, Citation.read(TAIZHOU_REGULATION, "19")),
                    set(Setting.COMMITTEE_TERM_FEWEST_YEARS, 3, Citation.read(TAIZHOU_REGULATION, "27")),
                    set(Setting.COMMITTEE_TERM_MOST_YEARS, 5, Citation.read(TAIZHOU_REGULATION, "27")),
                    set(Setting.PREPARATORY_FEWEST, 5, Citation.read(TAIZHOU_REGULATION, "14")),
                    set(Setting.PREPARATORY_MOST, 15, Citation.read(TAIZHOU_REGULATION, "14")),
                    set(Setting.PREPARATORY_LIST_DAYS, 3, Citation.read(ZHEJIANG_REGULATION, "8")),
                    set(Setting.FIRST_MEETING_DAYS, 90, Citation.known(GUIDING_RULES, "15")),
                    set(Setting.DEVELOPER_DATA_WORKING_DAYS, 5, Citation.read(TAIZHOU_REGULATION, "15")),
                    set(Setting.PROPOSAL_DAYS, 90, Citation.ownDefault()),
                    set(Setting.PROPOSAL_AXES, 1, Citation.read(TAIZHOU_REGULATION, "22")),
                    set(Setting.SPECIAL_MEETING_DAYS, 15, Citation.model(GUIDING_RULES, "21")),
                    set(Setting.COMMITTEE_TOPIC_DAYS, 3, Citation.read(ZHEJIANG_REGULATION, "14")),
                    set(Setting.COMMITTEE_POSTING_DAYS, 3, Citation.model(MODEL_REGULATIONS, "杭州 29")),
                    set(Setting.PROXY_CAP, 3, Citation.ownDefault()),
                    set(Setting.EXTENSIONS, 1, Citation.model(MODEL_REGULATIONS, "杭州 20")),
                    set(Setting.RENEWAL_VOTE_DAYS, 90, Citation.read(TAIZHOU_REGULATION, "40")),
                    set(Setting.NON_RENEWAL_NOTICE_DAYS, 90, Citation.read(CIVIL_CODE, "947")),
                    set(Setting.DISMISSAL_NOTICE_DAYS, 60, Citation.read(CIVIL_CODE, "946")),
                    set(Setting.EXIT_DAYS, 15, Citation.read(TAIZHOU_REGULATION, "40"))));

    private static final List<RulePack> ALL = List.of(TAIZHOU_2021);

    private RulePacks() {}

    /** Every pack; unmodifiable. */
    public static List<RulePack> list() {
        return ALL;
    }

    /** The pack of a code, such as {@code taizhou-2021}. */
    public static Optional<RulePack> find(String code) {
        return ALL.stream().filter(pack -> pack.code().equals(code)).findFirst();
    }

    /**
     * The pack in force in a division on a day.
     *
     * @param division code of the division or of one below it
     * @return empty when no pack reaches that place and day; then no vote can be called there
     */
    public static Optional<RulePack> findInForce(String division, LocalDate day) {
        return ALL.stream()
                .filter(pack -> division.startsWith(pack.division()))
                .filter(pack -> !day.isBefore(pack.inForceFrom()))
                .max(Comparator.comparing(RulePack::inForceFrom));
    }

    private static Entry<Setting, RulePack.Entry> set(Setting setting, int value, Citation citation) {
        return entry(setting, new RulePack.Entry(value, citation));
    }
}
