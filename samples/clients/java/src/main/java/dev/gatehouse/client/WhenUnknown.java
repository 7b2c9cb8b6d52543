package dev.gatehouse.client;

/** What an app does when nothing that it may believe says anything: its own choice, so there is no default. */
public enum WhenUnknown {
    /** Run: nobody is locked out by an outage, and an attacker who keeps the device offline is not stopped. */
    FAIL_OPEN,
    /** Do not run: for apps where an old version does more harm than an outage. */
    FAIL_CLOSED
}
