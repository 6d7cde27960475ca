package io.convoy.hooks;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A customer's automation: a real server on loopback that keeps what it was sent and answers as a test says. */
public final class Automation implements AutoCloseable {

    /** What it was sent. */
    public record Message(String path, Headers headers, String text) {

        public String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    /** What it answers. */
    public record Answer(int status, String body, List<String> header) {

        public static Answer of(int status) {
            return new Answer(status, "", List.of());
        }

        public static Answer of(int status, String body) {
            return new Answer(status, body, List.of());
        }
    }

    private final List<Message> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Function<Message, Answer> answers;

    public Automation(Function<Message, Answer> answers) {
        this.answers = answers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Message> received() {
        return List.copyOf(received);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Message message = new Message(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            received.add(message);
            Answer answer = answers.apply(message);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            if (!answer.header().isEmpty()) {
                exchange.getResponseHeaders()
                        .add(answer.header().get(0), answer.header().get(1));
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
