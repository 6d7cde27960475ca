package io.convoy.execution;

/**
 * Marks an exception that is thrown again until a person has done something about it: no further attempt would succeed, and none
 * is counted as failed. The step is blocked, says so by the exception's message, and goes on by itself afterwards.
 */
public interface UntilAPersonHelps {}
