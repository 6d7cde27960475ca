package io.convoy.lab;

import java.util.List;

/**
 * What became of a customer's drops.
 *
 * @param done tables dropped
 * @param deferred times that permission was not given; the job tried again later
 * @param refused times that the server refused, by a guardrail or for want of a right
 * @param errors other failures, of any of its requests
 * @param messages the first few different ones, of refusals and of errors
 */
public record DropReport(long created, long done, long deferred, long refused, long errors, List<String> messages) {

    public DropReport {
        messages = List.copyOf(messages);
    }

    public String json() {
        return StoredFile.json(this);
    }

    /** For people. */
    public String text() {
        return "Table dropper: %d tables created, %d dropped, %d drops deferred, %d refused by the server, %d errors %s"
                .formatted(created, done, deferred, refused, errors, messages);
    }
}
