package org.linli.rules.decisions;

/** The two units the law counts in; every threshold must be met in both (Civil Code art. 278). */
public enum Axis {
    /** Exclusive floor area 专有部分面积, in 0.01 m². */
    AREA,
    /** Owners 人数, by the headcount rules of the roll. */
    HEADS
}
