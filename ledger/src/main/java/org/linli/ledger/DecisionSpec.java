package org.linli.ledger;

/**
 * The shape of a decision, as far as the record needs it.
 *
 * @param number 1 or more
 * @param kind how it is asked
 * @param options options or candidates on the paper; 0 for YES_NO
 * @param seats seats of an election, else 0
 * @param rollNo the roll of its electorate
 */
public record DecisionSpec(int number, DecisionKind kind, int options, int seats, int rollNo) {
    public static final int AGREE = 1;
    public static final int OPPOSE = 2;
    public static final int ABSTAIN = 3;
    /** More than any paper holds, so that a forged number exhausts nobody's memory. */
    public static final int MOST_OPTIONS = 200;

    /** Highest number of a decision or a roll. */
    public static final int MOST_NUMBER = 1000;

    public DecisionSpec {
        boolean shaped = switch (kind) {
            case YES_NO -> options == 0 && seats == 0;
            case CHOICE -> options > 0 && seats == 0;
            case ELECTION -> options > 0 && seats > 0;
        };
        boolean numbered = number > 0 && number <= MOST_NUMBER && rollNo > 0 && rollNo <= MOST_NUMBER;
        if (!shaped || !numbered || options > MOST_OPTIONS || seats > MOST_OPTIONS) {
            throw new IllegalArgumentException("no decision: %d, %s, %d options, %d seats, roll %d"
                    .formatted(number, kind, options, seats, rollNo));
        }
    }

    public static DecisionSpec yesNo(int number, int rollNo) {
        return new DecisionSpec(number, DecisionKind.YES_NO, 0, 0, rollNo);
    }

    public static DecisionSpec choice(int number, int options, int rollNo) {
        return new DecisionSpec(number, DecisionKind.CHOICE, options, 0, rollNo);
    }

    public static DecisionSpec election(int number, int candidates, int seats, int rollNo) {
        return new DecisionSpec(number, DecisionKind.ELECTION, candidates, seats, rollNo);
    }

    /** Columns of the ballot, one commitment each. */
    public int columns() {
        return switch (kind) {
            case YES_NO -> ABSTAIN;
            case CHOICE -> options + 2;
            case ELECTION -> options + seats;
        };
    }

    /** How many columns of each ballot hold 1. */
    public int sum() {
        return kind == DecisionKind.ELECTION ? seats : 1;
    }

    /** 均不同意, in a choice. */
    public int noneOfThem() {
        return options + 1;
    }

    /** 弃权, in a choice or a question. */
    public int abstain() {
        return kind == DecisionKind.YES_NO ? ABSTAIN : options + 2;
    }

    /** Columns that people mark: all of them but the blank places of an election. */
    public int marked() {
        return kind == DecisionKind.ELECTION ? options : columns();
    }

    /** What each column of a ballot with these marks holds. @throws IllegalArgumentException if no ballot can be so marked */
    boolean[] values(Marks marks) {
        int count = marks.options().size();
        boolean within = marks.options().stream().allMatch(option -> option >= 1 && option <= marked());
        boolean counted = kind == DecisionKind.ELECTION ? count <= seats : count == 1;
        if (!within || !counted) {
            throw new IllegalArgumentException("no marks for decision %d of %d columns".formatted(number, columns()));
        }
        boolean[] values = new boolean[columns()];
        marks.options().forEach(option -> values[option - 1] = true);
        for (int i = 0; i < sum() - count; i++) {
            values[options + i] = true;
        }
        return values;
    }
}
