-- Replication throttles that runs have set on Kafka clusters. Owner: io.convoy.kafka.
-- laid has a setting a line: TOPIC name key own,entries or BROKER id key rate-before
create table kafka_throttle (
    cluster          text primary key,
    run              uuid   not null,
    bytes_per_second bigint not null,
    laid             text   not null
);
