package org.linli.decisions.counting;

import static org.linli.rules.law.LawSource.CIVIL_CODE;
import static org.linli.rules.law.LawSource.STATE_COUNCIL_REGULATION;
import static org.linli.rules.law.LawSource.TAIZHOU_REGULATION;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.linli.decisions.DecisionKind;
import org.linli.platform.scope.Role;
import org.linli.rules.decisions.calendar.DecisionCalendar;
import org.linli.rules.decisions.matters.Matter;
import org.linli.rules.law.Citation;

/** What has to be done because a decision was made, by whom and on which ground. */
public enum DutyKind {
    /** 备案 of committee, rules and covenant with county department and street. */
    FILING(Role.COMMITTEE, Citation.read(STATE_COUNCIL_REGULATION, "16")),
    /** The committee's term in the register. */
    RECORD_COMMITTEE(Role.STREET, Citation.read(TAIZHOU_REGULATION, "19, 27")),
    /** The old committee hands over. */
    HANDOVER(Role.COMMITTEE, Citation.read(TAIZHOU_REGULATION, "28")),
    /** Seats stayed vacant. */
    BY_ELECTION(Role.COMMITTEE, Citation.ownDefault()),
    CONTRACT(Role.COMMITTEE, Citation.read(CIVIL_CODE, "938, 939")),
    /** The company that serves until now is told; its contract ends sixty days later at the earliest. */
    OLD_COMPANY_NOTICE(Role.COMMITTEE, Citation.read(CIVIL_CODE, "946")),
    /** The lists by which the old company hands over. */
    HANDOVER_LISTS(Role.COMMITTEE, Citation.read(TAIZHOU_REGULATION, "41")),
    /** The register's engagement starts or ends with contract or exit on file. */
    RECORD_ENGAGEMENT(Role.STREET, Citation.read(TAIZHOU_REGULATION, "40")),
    /** The text that holds from now on, published. */
    TEXT_VERSION(Role.COMMITTEE, Citation.read(STATE_COUNCIL_REGULATION, "17, 18"));

    private final Role role;
    private final Citation source;

    DutyKind(Role role, Citation source) {
        this.role = role;
        this.source = source;
    }

    /** Whose duty it is; a management committee does a committee's. */
    public Role role() {
        return role;
    }

    public Citation source() {
        return source;
    }

    /** What follows from a decision that passed. */
    static Set<DutyKind> of(Matter matter, CountResult.Item item) {
        CountResult.Seats seats = item.seats();
        EnumSet<DutyKind> duties = EnumSet.noneOf(DutyKind.class);
        if (matter == Matter.COMMITTEE) {
            duties.add(RECORD_COMMITTEE);
            if (item.kind() == DecisionKind.ELECTION) {
                duties.add(HANDOVER);
            }
            if (seats != null && seats.vacant() > 0) {
                duties.add(BY_ELECTION);
            }
        }
        if (matter == Matter.PROPERTY_COMPANY) {
            duties.addAll(EnumSet.of(CONTRACT, OLD_COMPANY_NOTICE, HANDOVER_LISTS, RECORD_ENGAGEMENT));
        }
        if (matter == Matter.COVENANT || matter == Matter.RULES_OF_PROCEDURE) {
            duties.add(TEXT_VERSION);
        }
        if (matter.isFiled()) {
            duties.add(FILING);
        }
        return duties;
    }

    /**
     * The last day. Where the law names no number, it is the end of the time for objections for what waits for it, and the day
     * itself for what is due at once.
     */
    LocalDate due(LocalDate decidedOn, DecisionCalendar calendar) {
        return switch (this) {
            case FILING, CONTRACT, RECORD_ENGAGEMENT, HANDOVER_LISTS -> calendar.filingDue(decidedOn);
            case HANDOVER, RECORD_COMMITTEE -> calendar.handoverDue(decidedOn);
            case OLD_COMPANY_NOTICE, TEXT_VERSION -> calendar.earliestFinal(decidedOn);
            case BY_ELECTION -> decidedOn;
        };
    }
}
