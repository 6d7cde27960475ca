package io.convoy.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The roles of a cluster and which of them are superusers, by themselves or through a role granted to them. */
record Roles(Map<String, Role> byName) {

    Roles {
        byName = Map.copyOf(byName);
    }

    /** One row of {@code system_auth.roles}. */
    record Role(String name, boolean superuser, boolean login, Set<String> memberOf) {

        static Role of(Row row) {
            Set<String> memberOf = row.getSet("member_of", String.class);
            return new Role(
                    Objects.requireNonNull(row.getString("role")),
                    row.getBoolean("is_superuser"),
                    row.getBoolean("can_login"),
                    memberOf == null ? Set.of() : memberOf);
        }
    }

    static Roles read(CqlNode node) {
        Map<String, Role> roles = new HashMap<>();
        node.rows("SELECT role, is_superuser, can_login, member_of FROM system_auth.roles").stream()
                .map(Role::of)
                .forEach(role -> roles.put(role.name(), role));
        return new Roles(roles);
    }

    Optional<Role> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<String> superusers() {
        return byName.values().stream()
                .filter(Role::login)
                .map(Role::name)
                .filter(this::isSuperuser)
                .sorted()
                .toList();
    }

    boolean isSuperuser(String name) {
        return isSuperuser(name, new HashSet<>());
    }

    private boolean isSuperuser(String name, Set<String> seen) {
        Role role = byName.get(name);
        if (role == null || !seen.add(name)) {
            return false;
        }
        return role.superuser() || role.memberOf().stream().anyMatch(granted -> isSuperuser(granted, seen));
    }
}
