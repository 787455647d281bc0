package org.linli.registry.claims;

import java.util.List;
import org.linli.platform.documents.DocumentFields;
import org.linli.platform.documents.Paper;
import org.linli.platform.documents.PaperSource;
import org.springframework.stereotype.Component;

/** The paper by which a home gets its code. What each placeholder means is in {@code docs/documents.md}. */
@Component
public class ClaimPapers implements PaperSource {

    /** 业主认证信: brings the one-time code to the home itself. */
    public static final Paper CLAIM_LETTER = new Paper(
            "claim-letter",
            DocumentFields.of(
                            "community",
                            "place",
                            "owner",
                            "code",
                            "valid-until",
                            "page-address",
                            "contact",
                            "issued-by",
                            "issued-on")
                    .withCode("page-code"));

    @Override
    public List<Paper> papers() {
        return List.of(CLAIM_LETTER);
    }
}
