package io.convoy.inventory;

/** Whole numbers as people write them into files. */
final class Numbers {

    private Numbers() {}

    static int nodes(String text) {
        int number = whole(text);
        if (number < 1 || number > CountedNodes.Group.MOST_NODES) {
            throw new IllegalArgumentException(number + " nodes cannot be: write a number from 1 to "
                    + CountedNodes.Group.MOST_NODES + ", or leave the entry out");
        }
        return number;
    }

    static int port(String text) {
        return Endpoint.port(whole(text));
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Quoted.of(text) + " is not a whole number", e);
        }
    }
}
