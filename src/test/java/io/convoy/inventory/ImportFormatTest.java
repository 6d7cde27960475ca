package io.convoy.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.base.Refusal;
import org.junit.jupiter.api.Test;

class ImportFormatTest {

    @Test
    void knownFormatsAreReadInAnyCase() {
        assertThat(ImportFormat.fromQuery("yaml")).isEqualTo(ImportFormat.YAML);
        assertThat(ImportFormat.fromQuery("Csv")).isEqualTo(ImportFormat.CSV);
    }

    @Test
    void anUnknownFormatIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> ImportFormat.fromQuery("k8ssandra"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID))
                .hasMessage("Format 'k8ssandra' is not read: known formats are yaml, json, csv");
    }
}
