package io.convoy.execution;

/** A CDI event: what may start may have changed. Fired by one thread of each instance; several at once become one. */
public record AdmissionDue() {}
