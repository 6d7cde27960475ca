package io.convoy.hooks;

/** How far a schema freeze is. */
public enum FreezeState {
    /** No new permit is granted; open ones may still be in use. */
    REQUESTED,
    /** Every node refused drops when it was last asked. */
    ENFORCED,
    /** The nodes are being given their own settings again. */
    RELEASING
}
