package io.convoy.cassandra;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The values of a partition's key, as bytes; ordered as Cassandra orders partitions of one token. */
record PartitionKey(List<String> hexValues) implements Comparable<PartitionKey> {

    PartitionKey {
        hexValues = List.copyOf(hexValues);
    }

    static PartitionKey of(List<ByteBuffer> values) {
        return new PartitionKey(values.stream()
                .map(value -> HexFormat.of().formatHex(bytes(value)))
                .toList());
    }

    static PartitionKey parse(String text) {
        return new PartitionKey(List.of(text.split("\\.", -1)));
    }

    List<ByteBuffer> values() {
        return hexValues.stream()
                .map(hex -> ByteBuffer.wrap(HexFormat.of().parseHex(hex)))
                .toList();
    }

    @Override
    public int compareTo(PartitionKey other) {
        return Arrays.compareUnsigned(serialized(), other.serialized());
    }

    private byte[] serialized() {
        if (hexValues.size() == 1) {
            return HexFormat.of().parseHex(hexValues.get(0));
        }
        ByteArrayOutputStream composite = new ByteArrayOutputStream();
        for (String hex : hexValues) {
            byte[] value = HexFormat.of().parseHex(hex);
            composite.write(value.length >> 8);
            composite.write(value.length);
            composite.writeBytes(value);
            composite.write(0);
        }
        return composite.toByteArray();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return String.join(".", hexValues);
    }
}
