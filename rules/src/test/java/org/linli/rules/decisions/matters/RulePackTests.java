package org.linli.rules.decisions.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.rules.law.Citation;
import org.linli.rules.law.Confidence;

class RulePackTests {
    @ParameterizedTest
    @CsvSource({
        "NOTICE_DAYS, 15, V",
        "WINDOW_FEWEST_DAYS, 5, D",
        "WINDOW_MOST_DAYS, 60, D",
        "CHALLENGE_FIRST_DAY, 1, D",
        "CHALLENGE_LAST_DAY, 10, D",
        "DELIVERY_POSTING_DAYS, 7, K",
        "CANDIDATE_POSTING_DAYS, 7, D",
        "OBJECTION_DAYS, 7, K",
        "FILING_DAYS, 30, V",
        "HANDOVER_DAYS, 10, V",
        "COURT_YEARS, 1, V",
        "COMMITTEE_FEWEST, 5, V",
        "COMMITTEE_MOST, 11, V",
        "COMMITTEE_TERM_FEWEST_YEARS, 3, V",
        "COMMITTEE_TERM_MOST_YEARS, 5, V",
        "PREPARATORY_FEWEST, 5, V",
        "PREPARATORY_MOST, 15, V",
        "PREPARATORY_LIST_DAYS, 3, V",
        "FIRST_MEETING_DAYS, 90, K",
        "DEVELOPER_DATA_WORKING_DAYS, 5, V",
        "PROPOSAL_DAYS, 90, D",
        "PROPOSAL_AXES, 1, V",
        "SPECIAL_MEETING_DAYS, 15, D",
        "COMMITTEE_TOPIC_DAYS, 3, V",
        "COMMITTEE_POSTING_DAYS, 3, D",
        "PROXY_CAP, 3, D",
        "EXTENSIONS, 1, D",
        "RENEWAL_VOTE_DAYS, 90, V",
        "NON_RENEWAL_NOTICE_DAYS, 90, V",
        "DISMISSAL_NOTICE_DAYS, 60, V",
        "EXIT_DAYS, 15, V"
    })
    void taizhouSetsEachNumberWithItsMark(Setting setting, int value, char mark) {
        assertThat(RulePacks.TAIZHOU_2021.value(setting)).isEqualTo(value);
        assertThat(RulePacks.TAIZHOU_2021.citation(setting).confidence().mark()).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource({
        "3310, 2021-05-01, true",
        "331002001, 2023-11-02, true",
        "3310, 2021-04-30, false",
        "3301, 2023-11-02, false"
    })
    void isInForceFromItsDayInItsDivision(String division, LocalDate day, boolean found) {
        assertThat(RulePacks.findInForce(division, day).map(RulePack::code).orElse("none"))
                .isEqualTo(found ? "taizhou-2021" : "none");
    }

    @Test
    void isListedAndFoundByItsCode() {
        assertThat(RulePacks.list()).containsExactly(RulePacks.TAIZHOU_2021);
        assertThat(RulePacks.find("taizhou-2021")).contains(RulePacks.TAIZHOU_2021);
        assertThat(RulePacks.find("taizhou-2020")).isEmpty();
    }

    @Test
    void aCityMayChangeANumber() {
        RulePack changed = RulePacks.TAIZHOU_2021.with(Setting.PROXY_CAP, 1, Citation.ownDefault());

        assertThat(changed.value(Setting.PROXY_CAP)).isEqualTo(1);
        assertThat(changed.value(Setting.NOTICE_DAYS)).isEqualTo(15);
        assertThat(RulePacks.TAIZHOU_2021.value(Setting.PROXY_CAP)).isEqualTo(3);
    }

    @Test
    void refusesAPackWithAnOpenSettingAndASettingOfNothing() {
        Map<Setting, RulePack.Entry> open = new EnumMap<>(RulePacks.TAIZHOU_2021.entries());
        open.remove(Setting.NOTICE_DAYS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RulePack("x", "3310", LocalDate.of(2021, 5, 1), open))
                .withMessageContaining("NOTICE_DAYS");
        assertThatIllegalArgumentException().isThrownBy(() -> new RulePack.Entry(0, Citation.ownDefault()));
        assertThat(new RulePack.Entry(1, Citation.ownDefault()).value()).isEqualTo(1);
    }

    @Test
    void aLawIsCitedByItsArticleAndADefaultByNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Citation.read(org.linli.rules.law.LawSource.CIVIL_CODE, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Citation(org.linli.rules.law.LawSource.OWN_DEFAULT, "1", Confidence.DEFAULT));
    }
}
