package io.convoy.hooks;

import java.util.Optional;

/** What came back over HTTP, before anybody asks what it means. */
sealed interface HookReply {

    /**
     * An HTTP answer.
     *
     * @param retryAfter the header, as it was sent
     * @param body at most the first {@link HookPost#MOST_READ} bytes
     * @param cut whether there was more of it
     */
    record Answered(int status, Optional<String> retryAfter, String body, boolean cut) implements HookReply {}

    /** No answer; the reason names neither the URL nor what stands in it. */
    record NoAnswer(String reason) implements HookReply {}
}
