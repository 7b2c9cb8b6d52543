package dev.gatehouse.server.control.pages;

import dev.gatehouse.server.control.account.Session;
import dev.gatehouse.server.control.room.Person;

/**
 * Somebody who is signed in at a browser.
 *
 * @param ledger where the ledger ended when the page was asked for
 */
record Visitor(Session session, Person person, String formToken, long ledger) {}
