package org.linli.decisions.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.decisions.DecisionItem;
import org.linli.registry.FieldError;

class FormsTests {

    @ParameterizedTest(name = "{0} = {1} is refused at {2}: {3}")
    @CsvSource({
        "title, '', title, registry.refused.required",
        "parking, '', parking, decisions.refused.say-parking",
        "last_day, 2024-03-15, last_day, decisions.refused.ends-before-it-opens",
        "blanks, NOT_PARTICIPATED, blanks_clause, decisions.refused.clause",
        "deemed_policy, DELIVERED_WITH_MAJORITY, deemed_clause, decisions.refused.clause"
    })
    void theTermsNameWhatIsWrong(String field, String value, String at, String key) {
        TermsForm form = TermsForm.read(with(terms(), field, value), 1);

        assertThat(form.terms()).isNull();
        assertThat(form.errors())
                .extracting(FieldError::field, FieldError::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(at, key));
    }

    @Test
    void soundTermsKeepTheirLines() {
        TermsForm form = TermsForm.read(with(terms(), "body", "第一行\r\n第二行"), 3);

        assertThat(form.errors()).isEmpty();
        assertThat(java.util.Objects.requireNonNull(form.terms()).body()).isEqualTo("第一行\n第二行");
        assertThat(form.terms().version()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0} = {1} is refused at {2}: {3}")
    @CsvSource({
        "matter, HOUSE_TO_BUSINESS, matter, decisions.refused.no-vote",
        "wording, '', wording, registry.refused.required",
        "kind, ELECTION, kind, decisions.refused.election-of-what",
        "building.1, on, buildings, decisions.refused.whole-area",
        "option1.company, 91331002MA00000000, option1.company, decisions.refused.credit-code",
        "option2.label, 甲公司, option2.label, decisions.refused.option-twice",
        "option3.detail, 说明, option3.label, decisions.refused.option-without-name"
    })
    void theDecisionNamesWhatIsWrong(String field, String value, String at, String key) {
        ItemForm form = ItemForm.read(with(item(), field, value), 1, null, Set.of(1));

        assertThat(form.item()).isNull();
        assertThat(form.errors())
                .extracting(FieldError::field, FieldError::key)
                .contains(org.assertj.core.groups.Tuple.tuple(at, key));
    }

    @Test
    void decisionsOfOneScopeShareARoll() {
        DecisionItem whole = org.linli.decisions.testing.VoteFixtures.choice(1, "甲", "乙");
        DecisionItem roof = org.linli.decisions.testing.VoteFixtures.inBuildings(whole, 1, 2);

        assertThat(ItemForm.numbered(java.util.List.of(roof, whole, roof)))
                .extracting(DecisionItem::number, DecisionItem::rollNo)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 2),
                        org.assertj.core.groups.Tuple.tuple(2, 1),
                        org.assertj.core.groups.Tuple.tuple(3, 2));
    }

    private static Map<String, String> with(Map<String, String> typed, String field, String value) {
        Map<String, String> changed = new HashMap<>(typed);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, String> terms() {
        return Map.ofEntries(
                Map.entry("title", "表决"),
                Map.entry("notice_on", "2024-03-01"),
                Map.entry("opens_on", "2024-03-16"),
                Map.entry("last_day", "2024-03-29"),
                Map.entry("parking", "OUT"),
                Map.entry("owner_sets", "SAME_SET"),
                Map.entry("blanks", "ABSTAIN"),
                Map.entry("deemed_policy", "NONE"),
                Map.entry("paper_address", "物业用房"));
    }

    private static Map<String, String> item() {
        return Map.of(
                "matter", "PROPERTY_COMPANY",
                "kind", "CHOICE",
                "wording", "选聘哪一家？",
                "option1.label", "甲公司",
                "option2.label", "乙公司");
    }
}
