package org.linli.decisions.reach.web;

import java.util.List;
import org.linli.decisions.reach.delivery.CollectorList;
import org.linli.decisions.reach.delivery.Delivery;

/** The list of one building. @param deliveries those recorded for its homes, voided ones too */
public record CollectorPage(
        Head head, CollectorList list, List<Delivery> deliveries, boolean mayWrite, Refusal refusal, Typed typed) {

    public String path() {
        return head.desk() + "/delivery/" + list.buildingNo();
    }

    public String room(int homeNo) {
        return list.homes().stream()
                .filter(home -> home.homeNo() == homeNo)
                .map(home -> home.unit().isEmpty() ? home.room() : home.unit() + "-" + home.room())
                .findFirst()
                .orElse("");
    }
}
