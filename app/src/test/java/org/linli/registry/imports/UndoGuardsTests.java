package org.linli.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.platform.scope.Role;
import org.linli.rules.codes.CreditCode;
import org.linli.rules.codes.ResidentId;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing is taken back on which something stands, and what stands on it is named. */
@LinliTest
class UndoGuardsTests {

    private static final String VOTE = """
            insert into linli.vote (community_id, vote_no, vote_key, rule_pack, initiator, rehearsal, created_at, created_by)
            values (:c, 901, decode(repeat('ab', 16), 'hex'), 'p', 'COMMITTEE', false, now(), '甲');
            """;

    /** A later version of the community, so that at least this stands on an import that touched it. */
    private static final String LATER = """
            insert into linli.community_version (community_id, version_no, name, name_key, pinyin, division_code, data_source,
                valid_from, valid_to, recorded_at, recorded_by, act, reason)
            select :c, 99, name, name_key, pinyin, division_code, data_source, '1990-01-01', '1991-01-01',
                timestamptz '9999-01-01', '甲', 'CHANGE', '' from linli.community_version where community_id = :c and version_no = 1
            """;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    /** What stands on the import once some statements have run; they are taken back afterwards. */
    private List<String> standing(ImportSteps clerk, long id, String statements, Map<String, Object> parameters) {
        ImportRefused refused = transaction.execute(status -> {
            status.setRollbackOnly();
            for (String statement : statements.split(";\\s*", -1)) {
                if (!statement.isBlank()) {
                    assertThat(jdbc.sql(statement).params(parameters).update())
                            .as(statement)
                            .isPositive();
                }
            }
            return catchThrowableOfType(ImportRefused.class, () -> clerk.undo(id));
        });
        assertThat(refused).as(statements).isNotNull();
        assertThat(refused.code()).isEqualTo("DEPENDS");
        return refused.args().getFirst().lines().toList();
    }

    @Test
    void whatStandsOnImportedHomesIsNamed() {
        String first17 = "33100219700101887";
        ImportSteps clerk = ImportSteps.as(imports, 301, Role.CITY, "3310");
        ImportSteps second = ImportSteps.as(imports, 302, Role.CITY, "3310");
        String code = jdbc.sql("select code from linli.community where community_id = 701")
                .query(String.class)
                .single();
        long id = clerk.checked(
                ImportKind.HOMES,
                ImportSteps.sheet(
                        List.of("小区编码", "楼幢", "单元", "房号", "建筑面积", "业主姓名", "证件号码"),
                        List.of(List.of(
                                code,
                                "撤回幢",
                                "1",
                                "101",
                                "89.50",
                                "张三",
                                first17 + ResidentId.checkCharacter(first17)))));
        clerk.confirmAll(id);
        second.accept(id);
        Map<String, Object> parameters = new HashMap<>(Map.of("i", id, "c", 701L));
        parameters.put("h", number("home_no", "home", id));
        parameters.put("o", number("owner_no", "owner", id));

        Map<String, String> cases = new LinkedHashMap<>();
        for (String table : List.of("home", "owner", "ownership")) {
            cases.put(
                    "update linli." + table + " set superseded_at = now() where import_id = :i",
                    "imports.depends.owners");
        }
        cases.put("""
                insert into linli.ownership (community_id, home_no, ownership_no, version_no, form, cause, evidence, owners,
                    valid_from, valid_to, recorded_at, recorded_by)
                values (:c, :h, 9, 1, 'SOLE', 'SALE', '合同', array[1], '1990-01-01', '1991-01-01', now(), '甲')
                """, "imports.depends.owners");
        cases.put("""
                update linli.ownership set owners = array[:o]::int[] where community_id = :c and superseded_at is null
                  and (home_no, ownership_no) = (select home_no, ownership_no from linli.ownership
                    where community_id = :c and import_id is null and superseded_at is null order by 1, 2 limit 1)
                """, "imports.depends.owners");
        cases.put("""
                insert into linli.home_file (community_id, home_no, file_no, title, type, file_hash, bytes, added_at, added_by)
                values (:c, :h, 1, '合同', 'PDF', repeat('a', 64), 1, now(), '甲')
                """, "imports.depends.papers");
        cases.put("""
                insert into linli.occupant (community_id, home_no, occupant_no, version_no, occupant_kind, name, valid_from, recorded_at,
                    recorded_by, act, reason)
                values (:c, :h, 1, 1, 'TENANT', ''::bytea, '2023-01-01', now(), '甲', 'CHANGE', '')
                """, "imports.depends.occupants");
        cases.put("""
                insert into linli.owner_consent (community_id, owner_no, consent_no, purpose, how, given_on, recorded_by, recorded_at)
                values (:c, :o, 1, 'MESSAGES', 'PAPER', '2023-01-01', '甲', now())
                """, "imports.depends.occupants");
        cases.put("""
                insert into linli.ownership_claim (community_id, claim_no, home_no, account_id, assurance, claimed_name, opened_at)
                values (:c, 901, :h, 1, 'C', ''::bytea, now());
                insert into linli.ownership_claim_act (community_id, claim_no, act_no, state, owner_no, by_name, reason, at)
                values (:c, 901, 1, 'CONFIRMED', :o, '甲', ''::bytea, now())
                """, "claims.on-import.claims");
        cases.put("""
                insert into linli.correction_suggestion (community_id, suggestion_no, subject, owner_no, held, proposed, reason, evidence,
                    by_account, by_name, suggested_at, due_on)
                values (:c, 901, 'OWNER', :o, ''::bytea, ''::bytea, ''::bytea, ''::bytea, 1, ''::bytea, now(), '2023-11-10')
                """, "suggestions.on-import");
        cases.put("""
                insert into linli.owner_link (community_id, link_no, kind, home_no, account_id, owner_name, opened_at)
                values (:c, 901, 'FAMILY_HELPER', :h, 1, ''::bytea, now());
                insert into linli.owner_link_act (community_id, link_no, act_no, state, owner_no, valid_from, by_name, reason, at)
                values (:c, 901, 1, 'ACCEPTED', :o, '2023-01-01', '甲', ''::bytea, now())
                """, "claims.on-import.links");
        cases.put("""
                insert into linli.designation (community_id, home_no, designation_no, owner_no, owners, way, evidence, by_account, at)
                values (:c, :h, 1, :o, array[:o]::int[], 'ONLINE', ''::bytea, 1, now())
                """, "claims.on-import.designations");
        cases.put(VOTE + """
                insert into linli.roll_version (community_id, vote_no, version_no, cause, record_day, frozen_at, reason)
                values (:c, 901, 1, 'FREEZE', '2023-11-01', now(), '');
                insert into linli.roll_source (community_id, vote_no, version_no, home_no, building_no, kind, state, owners, persons)
                values (:c, 901, 1, :h, 1, 'HOUSE', 'DELIVERED', array[:o]::int[], array[:o]::int[])
                """, "decisions.on-import.rolls");
        cases.put("""
                insert into linli.owner_pair (community_id, owner_a, owner_b, ruling_no, same, reason, by_name, by_account, at)
                values (:c, 0, :o, 1, true, '同一人', '甲', 1, now())
                """, "decisions.on-import.pairs");
        cases.forEach((statements, key) -> assertThat(standing(second, id, statements, parameters))
                .as(statements)
                .containsExactly("~" + key));

        second.undo(id);
        assertThat(second.get(id).state()).isEqualTo(ImportState.UNDONE);
    }

    private int number(String column, String table, long id) {
        return jdbc.sql("select " + column + " from linli." + table + " where community_id = 701 and import_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatStandsOnAStreetReturnIsNamed() {
        ImportSteps clerk = ImportSteps.city(imports);
        String company = CreditCode.complete("91331004", "JT000041");
        long id = clerk.checked(
                ImportKind.STREET_RETURN,
                ImportSteps.sheet(
                        List.of("小区名称", "街道", "地址", "物业企业名称", "统一社会信用代码", "合同起止时间"),
                        List.of(List.of("壬午撤回苑", "路桥街道", "壬午路1号", "壬午撤回物业", company, "2023-01-01至2025-12-31"))));
        clerk.confirmAll(id);
        clerk.accept(id);
        long community = jdbc.sql("select community_id from linli.community_version where reason = :reason")
                .param("reason", Imports.reason(id))
                .query(Long.class)
                .single();
        Map<String, Object> parameters = Map.of("c", community, "k", company, "r", Imports.reason(id));

        Map<String, String> cases = new LinkedHashMap<>();
        for (String table : List.of("community_version", "engagement_version", "company_version")) {
            cases.put(
                    "update linli." + table + " set superseded_at = now() + interval '9 years' where reason = :r",
                    "imports.depends.changed");
        }
        cases.put("""
                insert into linli.community_version (community_id, version_no, name, name_key, pinyin, division_code, data_source,
                    valid_from, valid_to, recorded_at, recorded_by, act, reason)
                select :c, 9, name, name_key, pinyin, division_code, data_source, '1990-01-01', '1991-01-01',
                    recorded_at + interval '1 second', '甲', 'CHANGE', '' from linli.community_version where reason = :r
                """, "imports.depends.added");
        cases.put("""
                insert into linli.building (community_id, building_no, version_no, label, valid_from, recorded_at, recorded_by)
                values (:c, 1, 1, '1幢', '2023-01-01', now(), '甲')
                """, "imports.depends.homes");
        cases.put("""
                insert into linli.committee (community_id, committee_no, version_no, kind, decided_on, term_from, term_to, agreed_size,
                    valid_from, recorded_at, recorded_by, act, reason)
                values (:c, 1, 1, 'PMC', '2023-01-01', '2023-01-01', '2025-01-01', 5, '2023-01-01', now(), '甲', 'CHANGE', '')
                """, "imports.depends.homes");
        cases.put("""
                insert into linli.specialist (community_id, specialist_no, name, deputy, appointed_on, recorded_at, recorded_by)
                values (:c, 1, '乙', false, '2023-01-01', now(), '甲')
                """, "imports.depends.homes");
        cases.put("""
                insert into linli.engagement_version (community_id, engagement_no, version_no, company_code, kind, service_mask,
                    contract_from, continuing, valid_from, valid_to, recorded_at, recorded_by, act, reason)
                values (702, 99, 1, :k, 'PROFESSIONAL', 1, '1990-01-01', false, '1990-01-01', '1991-01-01', now(), '甲', 'CHANGE', '')
                """, "imports.depends.company");
        cases.put("""
                insert into linli.community_duplicate (community_id, kept_id, code, name, names, note, recorded_by, recorded_at)
                values (702, :c, '1', '旧档', '旧档', '重复', '甲', now())
                """, "imports.depends.records");
        cases.put("""
                insert into linli.community_external_code (community_id, system, code, recorded_at, recorded_by)
                values (:c, '维修资金', '1', now(), '甲')
                """, "imports.depends.codes");
        cases.put("""
                insert into linli.engagement_file (community_id, engagement_no, file_no, kind, title, type, file_hash, bytes, added_at,
                    added_by)
                values (:c, 1, 1, 'CONTRACT', '合同', 'PDF', repeat('a', 64), 1, now() - interval '20 years', '甲')
                """, "imports.depends.contracts");
        cases.put("""
                insert into linli.notice (community_id, notice_no, division_code, place_name, kind, page, subject, body, open_contacts,
                    from_on, until_on, posted_at, by_name)
                values (:c, 1, '331004001', '壬午', 'OTHER', '', '通知', '停水', '{}', '2023-01-01', '2023-01-02', now(), '甲')
                """, "imports.depends.notices");
        cases.put(VOTE, "decisions.on-import.votes");
        cases.forEach((statements, key) -> assertThat(standing(clerk, id, statements, parameters))
                .as(statements)
                .containsExactly("~" + key));
        assertThat(standing(
                        clerk,
                        id,
                        VOTE
                                + cases.keySet().stream()
                                        .filter(statement -> statement.contains("external_code"))
                                        .findFirst()
                                        .orElseThrow(),
                        parameters))
                .as("all that stands on it is named")
                .containsExactly("~imports.depends.codes", "~decisions.on-import.votes");

        clerk.undo(id);
        assertThat(clerk.get(id).state()).isEqualTo(ImportState.UNDONE);
    }

    @Test
    void aVoteBegunUnderAnImportedContractStandsOnIt() {
        ImportSteps clerk = ImportSteps.city(imports);
        Map<String, Object> served = jdbc.sql("""
                select c.community_id c, c.code, (select min(company_code) from linli.company_version where superseded_at is null) k
                from linli.community c join linli.community_version v on v.community_id = c.community_id
                    and v.superseded_at is null and v.valid_to is null
                where not exists (select 1 from linli.engagement_version e where e.community_id = c.community_id)
                order by c.community_id desc limit 1
                """).query().singleRow();
        long id = clerk.checked(
                ImportKind.ENGAGEMENTS,
                ImportSteps.sheet(
                        List.of("小区编码", "统一社会信用代码", "合同开始日期", "合同结束日期"),
                        List.of(List.of(
                                String.valueOf(served.get("code")),
                                String.valueOf(served.get("k")),
                                "2023-01-01",
                                "2025-12-31"))));
        clerk.confirmAll(id);
        clerk.accept(id);

        String later = VOTE.replace("now()", "timestamptz '9999-01-01'");
        assertThat(standing(clerk, id, later, served)).containsExactly("~decisions.on-import.votes");
        assertThat(standing(clerk, id, VOTE.replace("now()", "timestamptz '1999-01-01'") + LATER, served))
                .as("an earlier one does not")
                .containsExactly("~imports.depends.added");
        clerk.undo(id);
    }
}
