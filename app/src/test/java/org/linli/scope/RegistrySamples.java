package org.linli.scope;

import java.util.Map;
import org.linli.platform.scope.Role;

/** Communities, companies, divisions, accounts and imports. */
final class RegistrySamples {

    private RegistrySamples() {}

    static final class Communities implements KindSamples {
        @Override
        public String kind() {
            return "community";
        }

        @Override
        public Ids ids(Ground ground) {
            return new Ids(
                    ground.communityOf(Ground.STREET), ground.communityOf(Ground.FOREIGN_STREET), Ground.NEVER_GIVEN);
        }

        @Override
        public Map<Role, String> ownOf(Ground ground) {
            return Map.of(Role.COMPANY, ground.communityServedBy(ground.company()));
        }
    }

    static final class Divisions implements KindSamples {
        @Override
        public String kind() {
            return "division";
        }

        @Override
        public Ids ids(Ground ground) {
            return new Ids(Ground.COUNTY.value(), Ground.FOREIGN_COUNTY.value(), "331099");
        }
    }

    static final class Companies implements KindSamples {
        @Override
        public String kind() {
            return "company";
        }

        @Override
        public Ids ids(Ground ground) {
            String own = ground.company();
            return new Ids(own, ground.companyBut(own), "91331002MA00000000");
        }

        @Override
        public Map<Role, String> ownOf(Ground ground) {
            String kept = ground.companyOf(Ground.COUNTY);
            return Map.of(Role.STREET, kept, Role.COUNTY, kept);
        }
    }

    static final class Accounts implements KindSamples {
        @Override
        public String kind() {
            return "account";
        }

        @Override
        public Ids ids(Ground ground) {
            return new Ids(
                    ground.staffOf(Role.COMMUNITY_WORKER, Ground.STREET),
                    ground.staffOf(Role.COMMUNITY_WORKER, Ground.FOREIGN_STREET),
                    Ground.NEVER_GIVEN);
        }

        @Override
        public String foreignPart(Ground ground, String foreign) {
            return ground.grantOf(foreign);
        }

        @Override
        public Map<Role, String> ownOf(Ground ground) {
            return Map.of(
                    Role.SECURITY_ADMIN, ground.staffOf(Role.CITY, Ground.CITY),
                    Role.COMPANY, ground.managerOf(ground.communityServedBy(ground.company())));
        }
    }

    static final class Imports implements KindSamples {
        @Override
        public String kind() {
            return "import";
        }

        @Override
        public Ids ids(Ground ground) {
            return new Ids(
                    ImportSamples.insert(ground.jdbc(), Ground.STREET.value()),
                    ImportSamples.insert(ground.jdbc(), Ground.FOREIGN_STREET.value()),
                    Ground.NEVER_GIVEN);
        }
    }
}
