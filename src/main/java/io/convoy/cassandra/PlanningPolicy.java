package io.convoy.cassandra;

import io.convoy.base.SecretReference;

/**
 * What the people who run Convoy have decided for all plans.
 *
 * @param superuser the role that Convoy makes for itself
 * @param password where that role's password is to be found
 */
record PlanningPolicy(String superuser, SecretReference password, Pace pace) {}
