package org.linli.rules.registry;

/** A mandatory field of a community's base file. Source: domain reference g.1, fields marked M [D]. */
public enum BaseField {
    /** The community's code. */
    CODE,
    /** The name. */
    NAME,
    /** County-level division. */
    DIVISION,
    /** Street or town. */
    STREET,
    /** Residents' committee. */
    RESIDENTS_COMMITTEE,
    /** The address. */
    ADDRESS,
    /** The nature of the community. */
    TYPE,
    /** Year in which it was built. */
    YEAR_BUILT,
    /** Gross floor area. */
    GFA,
    /** Number of buildings. */
    BUILDINGS,
    /** Number of households. */
    HOUSEHOLDS,
    /** The contract in force, asked only of a served community. */
    CURRENT_CONTRACT
}
