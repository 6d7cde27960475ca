package io.convoy.cassandra;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out repair commands one after the other and follows them on the nodes that coordinate them. What a node has
 * forgotten, because it was restarted, is begun again: repairs and previews may be made twice. So is a command that failed,
 * a few times: tables of its keyspace come and go in the middle of the customers' own work.
 */
final class RepairCourse {

    private static final String COMMAND = "command|";
    private static final String RESULT = "result|";
    private static final String TRIES = "tries|";

    private final ClusterLink link;
    private final RepairCommand.Kind kind;
    private final Set<String> datacenters;
    private final Map<String, String> memory;

    /**
     * Where the course stands.
     *
     * @param results what each ended command reported
     * @param failure why a command failed
     */
    record Stand(List<String> results, int commands, Optional<String> failure) {
        boolean isComplete() {
            return results.size() == commands;
        }
    }

    RepairCourse(ClusterLink link, RepairCommand.Kind kind, Set<String> datacenters, Map<String, String> memory) {
        this.link = link;
        this.kind = kind;
        this.datacenters = datacenters;
        this.memory = new HashMap<>(memory);
    }

    /** For the next look. */
    Map<String, String> memory() {
        return Map.copyOf(memory);
    }

    /** Looks at the command that is under way, or begins the next one: between two the cluster is left to its clients. */
    Stand advance(List<RepairCommand> commands) {
        Optional<String> failure = commands.stream()
                .filter(command -> result(command).isEmpty())
                .findFirst()
                .flatMap(this::advance);
        List<String> results = commands.stream()
                .map(command -> memory.get(RESULT + command.id()))
                .filter(result -> result != null)
                .toList();
        return new Stand(results, commands.size(), failure);
    }

    /** The reported words of a command that has ended. */
    Optional<String> result(RepairCommand command) {
        return Optional.ofNullable(memory.get(RESULT + command.id()));
    }

    private Optional<String> advance(RepairCommand command) {
        StorageService node = link.jmx(command.coordinator());
        String number = memory.get(COMMAND + command.id());
        List<String> status = number == null ? List.of() : node.repairStatus(Integer.parseInt(number));
        if (status.isEmpty()) {
            begin(command, node);
            return Optional.empty();
        }
        return switch (status.get(0)) {
            case "COMPLETED" -> {
                end(command, String.join("\n", status.subList(1, status.size())));
                yield Optional.empty();
            }
            case "FAILED" -> failed(command, String.join("; ", status.subList(1, status.size())));
            default -> Optional.empty();
        };
    }

    /** Begun again at the next look, but not for ever. */
    private Optional<String> failed(RepairCommand command, String why) {
        memory.remove(COMMAND + command.id());
        RepairTries tries = tries(command).saw(tables(command)).failed();
        if (!tries.exhausted()) {
            memory.put(TRIES + command.id(), tries.written());
            return Optional.empty();
        }
        if (tries.tablesChanged() && kind == RepairCommand.Kind.PREVIEW) {
            end(command, PreviewResult.TABLES_CHANGED);
            return Optional.empty();
        }
        memory.remove(TRIES + command.id());
        return Optional.of(tries.tablesChanged() ? why + " (its tables have changed meanwhile)" : why);
    }

    private RepairTries tries(RepairCommand command) {
        return RepairTries.read(memory.getOrDefault(TRIES + command.id(), ""));
    }

    private String tables(RepairCommand command) {
        return Schema.tablesOf(link.anyCql(), command.keyspace());
    }

    private void begin(RepairCommand command, StorageService node) {
        memory.put(TRIES + command.id(), tries(command).saw(tables(command)).written());
        int number = node.repair(command.keyspace(), command.options(kind, datacenters));
        if (number == 0) {
            end(command, "nothing to do");
            return;
        }
        memory.put(COMMAND + command.id(), String.valueOf(number));
    }

    private void end(RepairCommand command, String result) {
        List.of(COMMAND, TRIES).forEach(prefix -> memory.remove(prefix + command.id()));
        memory.put(RESULT + command.id(), result);
    }
}
