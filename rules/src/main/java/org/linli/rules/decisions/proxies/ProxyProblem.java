package org.linli.rules.decisions.proxies;

/** Why a proxy is not accepted, or may not be used. The constant's name is the stable code. */
public enum ProxyProblem {
    /** Nobody stands for himself. */
    OWN_ENTRY,
    /** The entry already has a proxy in force. */
    ALREADY_GRANTED,
    /** The proxy already stands for as many owner-persons as the rules allow. */
    CAP_REACHED,
    COMPANY_STAFF,
    /** The grantor only holds the vote as a proxy himself. */
    RE_DELEGATION,
    /** An item of the vote has no instruction. */
    ITEM_WITHOUT_INSTRUCTION,
    /** An instruction names no item of the vote. */
    UNKNOWN_ITEM,
    /** Discretion, and no adopted rule allows it. */
    DISCRETION_NOT_ALLOWED,
    /** The owner voted himself, which cancels the proxy. */
    OWNER_VOTED,
    /** The proxy has cast its ballot; it acts once. */
    ALREADY_USED,
    VOTE_CLOSED
}
