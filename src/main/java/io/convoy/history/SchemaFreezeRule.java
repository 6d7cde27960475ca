package io.convoy.history;

import java.util.List;

/** Under a schema freeze no permit is granted or renewed, and none is left when it is enforced. */
final class SchemaFreezeRule implements Rule {

    @Override
    public String name() {
        return "schema-freeze";
    }

    @Override
    public List<String> broken(Act act, Past past) {
        return switch (act.word()) {
            case "schema-permit.granted", "schema-permit.renewed" -> frozen(act, past);
            case "schema-freeze.enforced" -> permitted(act, past);
            default -> List.of();
        };
    }

    private static List<String> frozen(Act act, Past past) {
        return past.leases().on(act.cluster(), Leases.FREEZE).stream()
                .map(freeze -> act.word() + " under the schema freeze that stands since "
                        + freeze.by().place())
                .toList();
    }

    private static List<String> permitted(Act act, Past past) {
        return past.leases().permits(act.cluster(), act.at()).stream()
                .map(permit -> "its schema is frozen while permit " + permit + " is open")
                .toList();
    }
}
