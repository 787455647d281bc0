package org.linli.scope;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linli.platform.scope.Role;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * What one kind of id, as named in {@code @Scoped(kind)}, supplies to {@link ForeignScopeTests}. An implementation with a
 * constructor without arguments anywhere below {@code org.linli} is found by itself.
 */
public interface KindSamples {

    /** @param own an id inside the scope of the ground's viewers @param foreign one outside @param unknown one that never was */
    record Ids(String own, String foreign, String unknown) {}

    String kind();

    Ids ids(Ground ground);

    /** The number of something that is part of the foreign id: asked for under an own id it is not found. */
    default String foreignPart(Ground ground, String foreign) {
        return "1";
    }

    /** Own ids of viewers whose scope is another than the street's. */
    default Map<Role, String> ownOf(Ground ground) {
        return Map.of();
    }

    static List<KindSamples> all() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(KindSamples.class));
        return scan.findCandidateComponents("org.linli").stream()
                .map(found -> instance(Objects.requireNonNull(found.getBeanClassName())))
                .toList();
    }

    private static KindSamples instance(String name) {
        try {
            var constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (KindSamples) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " needs a constructor without arguments", e);
        }
    }
}
