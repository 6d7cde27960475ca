package io.convoy.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts errors and keeps the first few different messages. */
final class ErrorTally {

    private static final int MESSAGES = 5;
    private static final int MESSAGE_LENGTH = 300;

    private long count;
    private final Set<String> messages = new LinkedHashSet<>();

    synchronized void add(Throwable error) {
        count++;
        if (messages.size() < MESSAGES) {
            messages.add(brief(error.getClass().getSimpleName() + ": " + error.getMessage()));
        }
    }

    private static String brief(String message) {
        return message.length() <= MESSAGE_LENGTH ? message : message.substring(0, MESSAGE_LENGTH) + "…";
    }

    synchronized long count() {
        return count;
    }

    synchronized List<String> messages() {
        return new ArrayList<>(messages);
    }
}
