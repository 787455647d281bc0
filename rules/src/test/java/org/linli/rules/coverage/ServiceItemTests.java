package org.linli.rules.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceItemTests {
    @Test
    void storedMasksKeepTheirMeaning() {
        assertThat(ServiceItem.values())
                .extracting(Enum::name)
                .containsExactly(
                        "CLEANING",
                        "GREENING",
                        "ORDER",
                        "REPAIR",
                        "WASTE_SORTING",
                        "PARKING",
                        "UTILITIES_UPKEEP",
                        "PIPE_CLEARING",
                        "EBIKE_CHARGING",
                        "FIRE_PATROL",
                        "ELDERLY_CARE");
        assertThat(ServiceItem.mask(Set.of())).isZero();
        assertThat(ServiceItem.mask(Set.of(ServiceItem.CLEANING))).isEqualTo(1);
        assertThat(ServiceItem.mask(Set.of(ServiceItem.ELDERLY_CARE, ServiceItem.GREENING)))
                .isEqualTo(1026);
    }

    @Test
    void everyMaskGivesItsItemsBack() {
        for (int mask = 0; mask < 2048; mask++) {
            assertThat(ServiceItem.mask(ServiceItem.ofMask(mask))).isEqualTo(mask);
        }
        assertThat(ServiceItem.ofMask(1026)).containsExactly(ServiceItem.GREENING, ServiceItem.ELDERLY_CARE);
    }

    @Test
    void refusesUnknownBits() {
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceItem.ofMask(2048));
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceItem.ofMask(-1));
    }

    @Test
    void itemsOfAMaskCannotBeChanged() {
        Set<ServiceItem> items = ServiceItem.ofMask(1);

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> items.add(ServiceItem.ORDER));
    }

    @Test
    void theFirstFourAreBasic() {
        assertThat(ServiceItem.values())
                .filteredOn(ServiceItem::isBasic)
                .containsExactly(ServiceItem.CLEANING, ServiceItem.GREENING, ServiceItem.ORDER, ServiceItem.REPAIR);
    }
}
