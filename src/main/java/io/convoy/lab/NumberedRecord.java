package io.convoy.lab;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The witness's record: each partition has its own row of numbers, from 0 without gaps. */
record NumberedRecord(int partition, int number) {

    private static final String FILLING = " was here".repeat(8);

    /** The next in turn, when so many were sent before to all partitions. */
    static NumberedRecord inTurn(long sentBefore, int partitions) {
        return new NumberedRecord(Math.toIntExact(sentBefore % partitions), Math.toIntExact(sentBefore / partitions));
    }

    static NumberedRecord of(ConsumerRecord<byte[], byte[]> received) {
        String text = new String(received.value(), StandardCharsets.UTF_8);
        return new NumberedRecord(received.partition(), Integer.parseInt(text.substring(0, text.indexOf(' '))));
    }

    ProducerRecord<byte[], byte[]> to(String topic) {
        return new ProducerRecord<>(topic, partition, bytes("key " + partition), bytes(number + FILLING));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
