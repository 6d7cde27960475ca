package io.convoy.cassandra;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What several nodes, asked at the same time, have said.
 *
 * @param given answers by the node's address
 * @param silent why the others gave none
 */
record NodeAnswers<T>(Map<String, T> given, Map<String, String> silent) {

    NodeAnswers {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        silent = Collections.unmodifiableMap(new LinkedHashMap<>(silent));
    }

    /** Returns when every node has answered or used up its patience. */
    static <T> NodeAnswers<T> ask(Collection<String> addresses, Function<String, T> question, Executor threads) {
        Map<String, CompletableFuture<T>> asked = new LinkedHashMap<>();
        addresses.forEach(
                address -> asked.put(address, CompletableFuture.supplyAsync(() -> question.apply(address), threads)));
        Map<String, T> given = new LinkedHashMap<>();
        Map<String, String> silent = new LinkedHashMap<>();
        asked.forEach((address, answer) -> {
            try {
                given.put(address, answer.join());
            } catch (CompletionException e) {
                silent.put(address, objection(e));
            }
        });
        return new NodeAnswers<>(given, silent);
    }

    private static String objection(CompletionException thrown) {
        Throwable cause = thrown.getCause();
        if (cause instanceof UnreachableException || cause instanceof NodeRefusedException) {
            return String.valueOf(cause.getMessage());
        }
        throw thrown;
    }
}
