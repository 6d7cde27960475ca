-- Where the partitions of a run come from and go to, one a line: topic partition broker,broker
create table kafka_settled (
    run      uuid primary key references run (id),
    was      text not null,
    shall_be text not null
);
