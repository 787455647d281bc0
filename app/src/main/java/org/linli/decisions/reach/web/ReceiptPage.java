package org.linli.decisions.reach.web;

import java.time.Instant;
import org.linli.decisions.casting.CastResult;
import org.linli.platform.web.QrCode;

/** A receipt to be printed for the owner: where the ballot stands in the record, and no word of what it says. */
public record ReceiptPage(Head head, String address, CastResult.Receipt receipt, Instant at, String link, QrCode qr) {}
