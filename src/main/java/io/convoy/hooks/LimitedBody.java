package io.convoy.hooks;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads the beginning of a body and hangs up on the rest, however much the other side would send. */
final class LimitedBody implements BodySubscriber<LimitedBody.Beginning> {

    /** @param cut whether there was more */
    record Beginning(String text, boolean cut) {}

    private final int limit;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<Beginning> beginning = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    LimitedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<Beginning> getBody() {
        return beginning;
    }

    @Override
    public void onSubscribe(Subscription granted) {
        subscription = granted;
        granted.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            byte[] bytes = new byte[Math.min(part.remaining(), limit - read.size())];
            boolean cut = part.remaining() > bytes.length;
            part.get(bytes);
            read.writeBytes(bytes);
            if (cut) {
                hangUp();
                return;
            }
        }
    }

    private void hangUp() {
        if (subscription != null) {
            subscription.cancel();
        }
        beginning.complete(new Beginning(text(), true));
    }

    @Override
    public void onError(Throwable failure) {
        beginning.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        beginning.complete(new Beginning(text(), false));
    }

    private String text() {
        return read.toString(StandardCharsets.UTF_8);
    }
}
