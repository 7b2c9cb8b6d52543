package dev.gatehouse.trackers.jira.api;

/** A version of a project. */
public record Version(String id, String name, boolean released) {}
