package io.convoy.hooks;

import io.convoy.hooks.NodeGuard.Setting;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A row of {@code guard_original}. */
@Entity
@Table(name = "guard_original")
@IdClass(OriginalRow.Key.class)
class OriginalRow {

    /** Which setting of which node it is. */
    record Key(String cluster, String node, String setting) implements Serializable {}

    @Id
    String cluster;

    @Id
    String node;

    @Id
    String setting;

    @Column
    String value;

    @Column
    UUID run;

    protected OriginalRow() {}

    Setting asSetting() {
        return new Setting(node, setting, value);
    }
}
