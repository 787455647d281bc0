package org.linli.rules.coverage;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A service agreed for a community; the order is part of stored masks and must not change.
 *
 * <p>Source: own list of zone services [D], domain reference d.2; the basic four from d.3.
 */
public enum ServiceItem {
    /** 环卫保洁. */
    CLEANING,
    /** 绿化养护. */
    GREENING,
    /** 秩序维护. */
    ORDER,
    /** 公共设施维修. */
    REPAIR,
    /** 垃圾分类. */
    WASTE_SORTING,
    /** 停车管理. */
    PARKING,
    /** 水电代维. */
    UTILITIES_UPKEEP,
    /** 化粪池、管道疏通. */
    PIPE_CLEARING,
    /** 电动车充电. */
    EBIKE_CHARGING,
    /** 消防巡查. */
    FIRE_PATROL,
    /** 养老、便民. */
    ELDERLY_CARE;

    private static final int ALL = (1 << values().length) - 1;

    /** Whether the item is one of cleaning, greening, order and repair, of which coverage asks two. */
    public boolean isBasic() {
        return ordinal() <= REPAIR.ordinal();
    }

    /** The items as bits, bit 0 for the first item. */
    public static int mask(Set<ServiceItem> items) {
        int mask = 0;
        for (ServiceItem item : items) {
            mask |= item.bit();
        }
        return mask;
    }

    /**
     * The items of a mask in their order, unmodifiable.
     *
     * @throws IllegalArgumentException if a bit belongs to no item
     */
    public static Set<ServiceItem> ofMask(int mask) {
        if ((mask & ~ALL) != 0) {
            throw new IllegalArgumentException("not a mask of service items: " + mask);
        }
        EnumSet<ServiceItem> items = EnumSet.noneOf(ServiceItem.class);
        for (ServiceItem item : values()) {
            if ((mask & item.bit()) != 0) {
                items.add(item);
            }
        }
        return Collections.unmodifiableSet(items);
    }

    private int bit() {
        return 1 << ordinal();
    }
}
