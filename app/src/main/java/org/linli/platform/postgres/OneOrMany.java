package org.linli.platform.postgres;

/**
 * A condition on keys: equality for one key, membership for several. PostgreSQL keeps the plan of the former; for the latter it cannot
 * know how many there will be and plans anew each time, which for a single row costs more than finding it.
 */
public final class OneOrMany {

    private OneOrMany() {}

    /**
     * The condition as SQL.
     *
     * @param column what is a key
     * @param parameter the name under which {@link #value} is given
     * @param keys those that are looked for
     */
    public static String sql(String column, String parameter, Object[] keys) {
        return keys.length == 1 ? column + " = :" + parameter : column + " = any(:" + parameter + ")";
    }

    /** The parameter's value: the key itself if it is one. */
    public static Object value(Object[] keys) {
        return keys.length == 1 ? keys[0] : keys;
    }
}
