package org.linli.decisions.reach.web;

import java.util.List;
import org.linli.decisions.reach.paper.Paper;
import org.linli.platform.web.QrCode;

/** A paper ballot to be printed. @param qr its number and the vote's public page @param paperAddress where it is handed in */
public record PaperPrintPage(
        Head head,
        Paper paper,
        String address,
        List<Question> questions,
        String paperAddress,
        String link,
        QrCode qr) {}
