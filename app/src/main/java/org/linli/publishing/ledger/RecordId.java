package org.linli.publishing.ledger;

/**
 * An append-only record. What it records, its owner knows.
 *
 * @param community community id, 1 or more
 * @param number within the community, from 1
 */
public record RecordId(long community, int number) implements Comparable<RecordId> {

    @Override
    public int compareTo(RecordId other) {
        int byCommunity = Long.compare(community, other.community);
        return byCommunity != 0 ? byCommunity : Integer.compare(number, other.number);
    }
}
