package org.linli.registry.claims;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.linli.platform.documents.DocumentData;
import org.linli.platform.documents.Documents;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Texts;
import org.linli.publishing.papers.OfficialPapers;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** 业主认证信 for the printer, each on a page of its own. */
@Service
public class LetterPapers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);

    private final OfficialPapers papers;
    private final Documents documents;
    private final BusinessTime time;
    private final Texts texts;

    LetterPapers(OfficialPapers papers, Documents documents, BusinessTime time, MessageSource messages) {
        this.papers = papers;
        this.documents = documents;
        this.time = time;
        this.texts = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
    }

    /** All letters as one PDF. @param address of the page where the code is typed @param by whose letters they are, as printed */
    public byte[] pdf(CommunityId community, List<Letters.Letter> letters, String address, String by) {
        return documents.pdf(letters.stream()
                .map(letter -> docx(community, letter, address, by))
                .toList());
    }

    private byte[] docx(CommunityId community, Letters.Letter letter, String address, String by) {
        Map<String, String> data = new TreeMap<>();
        data.put("community", letter.community());
        data.put("place", letter.address());
        data.put("owner", letter.owner());
        data.put("code", letter.code());
        data.put("valid-until", day(letter.lastDay()));
        data.put("page-address", address);
        data.put("contact", texts.t("claims.letter.contact"));
        data.put("issued-by", by);
        data.put("issued-on", day(time.today()));
        return papers.fill(
                ClaimPapers.CLAIM_LETTER,
                DocumentData.of(data).withCode("page-code", address),
                "claim-letters/" + community);
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
