package io.convoy.provision;

/** What a provisioner knows of one ordered node. */
public sealed interface ProvisionState {

    /** No such node: never made, or gone with its data. */
    record Absent() implements ProvisionState {}

    /** On its way up or down; look again. */
    record Underway(String detail) implements ProvisionState {}

    /** Its process runs under this address; whether it has joined its cluster is the cluster's to say. */
    record Present(String address) implements ProvisionState {}

    /** Not running, with its data kept; {@link Provisioner#provide} starts it again. */
    record Stopped(String address) implements ProvisionState {}

    /** It will not come without somebody's help. */
    record Failed(String reason) implements ProvisionState {}
}
