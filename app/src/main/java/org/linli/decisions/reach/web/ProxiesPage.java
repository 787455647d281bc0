package org.linli.decisions.reach.web;

import java.util.List;
import org.linli.decisions.reach.RollView;

/**
 * Proxies of a vote: the register at the desk, or an owner's own.
 *
 * @param homes the owner's homes on the roll; empty at the desk
 * @param questions the form of the instructions
 * @param discretion whether the rules let a proxy choose
 * @param cap the most heads one proxy stands for
 * @param mayWrite whether this hat grants or enters one
 */
public record ProxiesPage(
        Head head,
        List<ProxyLine> lines,
        List<RollView.Part> homes,
        List<Question> questions,
        boolean discretion,
        int cap,
        boolean mayWrite,
        Refusal refusal,
        Typed typed) {}
