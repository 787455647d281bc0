package org.linli.scope;

import java.time.LocalDate;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.StaffMember;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the viewers of {@link ForeignScopeTests} stand in the demo city, and where they do not. */
public record Ground(JdbcClient jdbc, People people, RealTime time) {

    public static final DivisionCode CITY = new DivisionCode("3310");
    public static final DivisionCode COUNTY = new DivisionCode("331002");
    public static final DivisionCode FOREIGN_COUNTY = new DivisionCode("331003");
    public static final DivisionCode STREET = new DivisionCode("331002002");
    public static final DivisionCode FOREIGN_STREET = new DivisionCode("331003001");
    public static final String NEVER_GIVEN = "999999999";

    /** The company of the company's viewer. */
    public String company() {
        return jdbc.sql("""
                select company_code from linli.engagement_version
                where company_code is not null and superseded_at is null and valid_to is null
                order by community_id limit 1
                """).query(String.class).single();
    }

    public String companyBut(String own) {
        return jdbc.sql("select max(company_code) from linli.company where company_code <> :own")
                .param("own", own)
                .query(String.class)
                .single();
    }

    /** A company whose file the county keeps. */
    public String companyOf(DivisionCode county) {
        return jdbc.sql("""
                select min(company_code) from linli.company_version
                where division_code = :county and superseded_at is null and valid_to is null
                """).param("county", county.value()).query(String.class).single();
    }

    public String communityOf(DivisionCode street) {
        return jdbc.sql("select min(community_id)::text from linli.community_version where division_code like :street")
                .param("street", street.value() + "%")
                .query(String.class)
                .single();
    }

    public String divisionOf(String community) {
        return jdbc.sql("select division_code from linli.community_place where community_id = :id")
                .param("id", Long.parseLong(community))
                .query(String.class)
                .single();
    }

    /** The grant of an account. */
    public String grantOf(String account) {
        return jdbc.sql("select min(id)::text from platform.account_grant where account = :account")
                .param("account", Long.parseLong(account))
                .query(String.class)
                .single();
    }

    public String communityServedBy(String company) {
        return jdbc.sql("""
                select min(community_id)::text from linli.engagement_version
                where company_code = :company and superseded_at is null and valid_to is null
                """).param("company", company).query(String.class).single();
    }

    /** A new account that manages a community's project. */
    public String managerOf(String community) {
        long account = people.createPhoneUser("项目经理", "+8613800009999", false);
        Scope scope = new Scope.OfCommunity(new CommunityId(Long.parseLong(community)));
        people.grantUnchecked(account, Role.PROJECT_MANAGER, scope, LocalDate.of(2023, 1, 1));
        return Long.toString(account);
    }

    /** A new staff account for a division. */
    public String staffOf(Role role, DivisionCode division) {
        return Long.toString(new StaffMember(people, time, role, new Scope.OfDivision(division)).account());
    }
}
