package io.convoy.cassandra;

/** A user and a password; only the user is ever shown. */
record Login(String user, String password) {

    /** Reads {@code user:password}; the password may hold further colons. */
    static Login parse(String userAndPassword) {
        int colon = userAndPassword.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("The secret does not read user:password");
        }
        return new Login(userAndPassword.substring(0, colon), userAndPassword.substring(colon + 1));
    }

    @Override
    public String toString() {
        return user;
    }
}
