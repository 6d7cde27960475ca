package io.convoy.audit;

import io.convoy.base.Digest;

/**
 * One link of the chain.
 *
 * @param sequence 1 for the first entry, and one more for each
 * @param previous the hash of the entry before; 64 zeros before the first
 * @param hash of the sequence, the act and the previous hash
 */
public record AuditEntry(long sequence, AuditAct act, Digest previous, Digest hash) {}
