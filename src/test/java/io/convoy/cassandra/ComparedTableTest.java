package io.convoy.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparedTableTest {

    @Test
    void itIsTheSameAfterItWasWrittenAndRead() {
        PartitionKey single = PartitionKey.of(List.of(ByteBuffer.wrap(new byte[] {1, -1})));
        PartitionKey composite =
                PartitionKey.of(List.of(ByteBuffer.wrap(new byte[] {}), ByteBuffer.wrap(new byte[] {'|', '*', '.'})));
        ComparedTable table = new ComparedTable(-42, 1_000, false, Map.of(single, 2, composite, 7));

        assertThat(ComparedTable.parse(table.text())).isEqualTo(table);
        assertThat(ComparedTable.parse(ComparedTable.NOT_BEGUN.text())).isEqualTo(ComparedTable.NOT_BEGUN);
    }

    @Test
    void keysAreOrderedByTheirBytesWithoutSign() {
        PartitionKey low = PartitionKey.of(List.of(ByteBuffer.wrap(new byte[] {1})));
        PartitionKey high = PartitionKey.of(List.of(ByteBuffer.wrap(new byte[] {-1})));

        assertThat(low).isLessThan(high);
    }

    @Test
    void aTokenRangeIsReadAsCassandraStoresIt() {
        ByteBuffer blob = ByteBuffer.allocate(4 + 2 * (4 + 8));
        blob.putInt(0).putInt(8).putLong(-920711632057197393L).putInt(8).putLong(1970332749326877444L);

        assertThat(TokenRange.decode(blob.flip())).hasToString("(-920711632057197393,1970332749326877444]");
    }
}
