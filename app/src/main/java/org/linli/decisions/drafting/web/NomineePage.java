package org.linli.decisions.drafting.web;

import java.util.List;
import org.linli.decisions.drafting.Consents;

/** @param asked what this account is put forward for @param note what was just done, empty for nothing @param late it was too late */
public record NomineePage(List<Consents.Asked> asked, String note, boolean late) {
    public NomineePage {
        asked = List.copyOf(asked);
    }
}
