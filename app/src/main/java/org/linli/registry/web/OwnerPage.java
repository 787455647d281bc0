package org.linli.registry.web;

import org.linli.registry.OwnerFile;

/** @param community its name @param communityPath its address */
public record OwnerPage(String community, String communityPath, OwnerFile owner) {

    public String path() {
        return communityPath + "/owners/" + owner.number();
    }
}
