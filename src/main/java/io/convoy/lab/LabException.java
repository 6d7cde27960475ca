package io.convoy.lab;

/** A lab could not do what was asked: a port is taken, a server died while starting, a jar is missing. */
public final class LabException extends RuntimeException {

    public LabException(String message) {
        super(message);
    }

    public LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
