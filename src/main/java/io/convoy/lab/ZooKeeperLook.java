package io.convoy.lab;

import io.convoy.inventory.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Looks at a running ZooKeeper server from outside, by the word that every one of them answers. */
record ZooKeeperLook(Endpoint endpoint) implements ServerLook {

    private static final int LIMIT_MILLIS = 2_000;

    @Override
    public boolean isReady() {
        return srvr().contains("Mode: ");
    }

    @Override
    public Optional<String> comingUp() {
        return LoopbackAddresses.unanswered(endpoint);
    }

    private String srvr() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write("srvr".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }
}
