package dev.gatehouse.jenkins.release;

/**
 * What Jira is asked about or told of.
 *
 * @param policy file in the workspace that has {@code trackers.jira.release}
 * @param product one of {@code release.products}; empty where there is only one
 * @param commit revision that is released
 */
record JiraQuestion(String policy, String product, String commit, String version) {}
