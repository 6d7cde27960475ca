package io.convoy.kafka;

/**
 * What partitions remember of a producer.
 *
 * @param identity its id and epoch: a producer without transactions gets another id when it is started anew
 * @param position changes whenever it has written
 * @param words what is known of it for people
 */
record ProducerTrace(String identity, long position, String words) {}
