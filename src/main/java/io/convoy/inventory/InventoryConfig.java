package io.convoy.inventory;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the inventory. */
@ConfigMapping(prefix = "convoy.inventory")
interface InventoryConfig {

    /** The largest file that is imported; the default holds some ten thousand clusters. */
    @WithDefault("16M")
    MemorySize maxFileSize();
}
