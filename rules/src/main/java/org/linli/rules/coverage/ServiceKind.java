package org.linli.rules.coverage;

/** Who serves a community under an engagement. Source: domain reference d.1 and d.2 [A, D]. */
public enum ServiceKind {
    /** 专业物业: a company hired for this community alone. */
    PROFESSIONAL,
    /** 大物业片区: a company serving a zone of communities. */
    ZONE,
    /** 自管: the owners manage themselves (Civil Code art. 284). */
    SELF_MANAGED,
    /** 兜底: bottom-line services by the street or the residents' committee. */
    BASIC
}
